/**
 * What the editor asks the language server beyond the Language Server Protocol. Another editor's client may ask the same.
 */
import type { Page } from "./pages/protocol.js";
import type { TextPlace } from "./preview/protocol.js";

export { toBase64 } from "./client-files/base64.js";
export * from "./client-files/protocol.js";
export * from "./settle/protocol.js";

export const languageId = "concordat";

export * from "./pages/protocol.js";
export * from "./preview/protocol.js";
export * from "./statement/protocol.js";
export * from "./what-if/protocol.js";
export * from "./worked/protocol.js";

/** `concordat/check`: checks every contract of the workspace with every check there is; the findings come as diagnostics. */
export const checkRequest = "concordat/check";
export interface CheckAnswer {
  files: number;
  errors: number;
  warnings: number;
}

/** `concordat/summary`: the plain-English summary of one contract of a file, as an HTML page. */
export const summaryRequest = "concordat/summary";
export interface SummaryQuestion {
  textDocument: { uri: string };
  /** Where the file holds several: the contract's name, or else a line inside it, from 0. Neither: the first. */
  contract?: string;
  line?: number;
  /** Of the one style, for a page with a content security policy. */
  nonce?: string;
}
export type SummaryAnswer = { contract: string; html: string } | { problem: string };

/** `concordat/runExample`: how a worked example comes to its figures, as a page. Names are as the file has them. */
export const runExampleRequest = "concordat/runExample";
export interface ExampleQuestion {
  textDocument: { uri: string };
  contract: string;
  example: string;
}

/** The working, or in a reader's words why there is none. */
export type ExampleAnswer = (Page & { title: string }) | { problem: string };
/** `concordat/checked`: all findings of a version of an open text have been told, those too that take longer. */
export const checkedNote = "concordat/checked";
export interface CheckedNote {
  uri: string;
  version: number;
}

/**
 * `concordat/libraryText`: a text that comes with the language and is no file: a library, to which definitions lead, or
 * the manual's page on a finding, to which its code leads. Both by a URI of their own scheme.
 */
export const libraryTextRequest = "concordat/libraryText";
export const libraryScheme = "concordat-std";
export const manualScheme = "concordat-manual";
export interface LibraryQuestion {
  uri: string;
}
export type LibraryAnswer = { text: string } | { problem: string };

/** The command of the lens over a payment: a client shows why the payment at this place comes to what it does. */
export const explainCommand = "concordat.explainPayment";
export type ExplainArguments = [uri: string, at: TextPlace];

/** The command of a lens that says how often a thing is named: a client shows the places. Names and ranges as in the protocol. */
export const showUsesCommand = "concordat.showUses";
export type ShowUsesArguments = [
  uri: string,
  at: { line: number; character: number },
  uses: { uri: string; range: TextPlace }[],
];
