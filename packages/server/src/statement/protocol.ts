import type { Page } from "../pages/protocol.js";

/** `concordat/statement`: a statement, as `concordat settle --format json` gives it, as a page whose amounts lead to its contract. */
export const statementRequest = "concordat/statement";
export interface StatementQuestion {
  textDocument: { uri: string };
  /** JSON. */
  statement: string;
}
export type StatementAnswer = Page | { problem: string };
