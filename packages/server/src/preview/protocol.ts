/** `concordat/preview`: what stands at the cursor, in plain English. */
export const previewRequest = "concordat/preview";
export interface PreviewQuestion {
  textDocument: { uri: string };
  /** Where the cursor is, from 0. */
  line: number;
  character?: number;
  /** The anchor of a thing, as the summary's links have it: then that, wherever the cursor is. */
  anchor?: string;
}

/** A place in a document's text, as the Language Server Protocol has it. */
export interface TextPlace {
  start: { line: number; character: number };
  end: { line: number; character: number };
}

/** Something of a contract that has a reading of its own. */
export interface Listed {
  anchor: string;
  /** "Payment", "Metric". */
  kind: string;
  title: string;
  range: TextPlace;
}

export interface CurveShown {
  title: string;
  description: string;
  /** SVG without script or style. */
  svg: string;
}

export interface ReadingAnswer {
  state: "reading";
  contract: string;
  contractTitle: string;
  item: Listed;
  /** The payment whose curves and statement go with it; absent where it is no payment. */
  payment?: string;
  /** HTML of the summary. A clause that says one line has `data-line`, from 0. */
  html: string;
  curves: CurveShown[];
}
/** The cursor is in no clause: what there is to look at. */
export interface EmptyAnswer {
  state: "empty";
  contract?: string;
  contractTitle?: string;
  items: Listed[];
}
/** There is no reading: why, and which findings are the cause. */
export interface ProblemAnswer {
  state: "problem";
  problem: string;
  findings: { message: string; range: TextPlace }[];
}
export type PreviewAnswer = ReadingAnswer | EmptyAnswer | ProblemAnswer;
