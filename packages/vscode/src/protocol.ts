/**
 * What the editor asks the language server beyond the Language Server Protocol. Another editor's client may ask the same.
 */
export const languageId = "concordat";

/** `concordat/check`: checks every contract of the workspace with every check there is; the findings come as diagnostics. */
export const checkRequest = "concordat/check";
export interface CheckAnswer {
  files: number;
  errors: number;
  warnings: number;
}

/** `concordat/summary`: the plain-English summary of the contracts in a file, as one HTML page. */
export const summaryRequest = "concordat/summary";
export interface SummaryQuestion {
  textDocument: { uri: string };
}

/** `concordat/runExample`: how a worked example comes to its figures, as plain text. Names are as the file has them. */
export const runExampleRequest = "concordat/runExample";
export interface ExampleQuestion {
  textDocument: { uri: string };
  contract: string;
  example: string;
}

/** A text, or in a reader's words why there is none. */
export type TextAnswer = { title: string; text: string } | { problem: string };
