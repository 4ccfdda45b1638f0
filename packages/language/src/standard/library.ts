/** The libraries that come with the language, by name. */
export const STANDARD_LIBRARY: Readonly<Record<string, string>> = {};
