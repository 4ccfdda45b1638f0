/** What `concordat test --format` takes; the first where none is named. */
export const EXAMPLES_FORMATS = ["text", "json", "junit"] as const;
export type ExamplesFormat = (typeof EXAMPLES_FORMATS)[number];
