/** `concordat/settle`: a contract's payments worked out from tables of figures in a folder. Ends early where it is withdrawn. */
export const settleRequest = "concordat/settle";
export interface SettleQuestion {
  textDocument: { uri: string };
  /** Where the file holds several contracts: which. */
  contract?: string;
  /** The folder of the outcome data, as a URI. */
  data: string;
}

export type SettleAnswer = SettledAnswer | { problem: string; whatToDo: string };

export interface SettledAnswer {
  contract: string;
  contractTitle: string;
  /** The payment statement, as JSON: what `concordat settle --format json` writes. */
  statement: string;
  /** What is worth knowing of the data, a line each. */
  remarks: string[];
  /** A payment lacks something, and the statement says what. */
  undetermined: boolean;
}
