/**
 * Text from a file as it may be shown on a terminal: control characters, which could move the cursor or change the
 * screen, become visible stand-ins. Line breaks and tabs stay.
 */
export const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\u00b7");
