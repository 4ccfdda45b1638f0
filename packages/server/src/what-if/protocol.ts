import type { CurveShown, TextPlace } from "../preview/protocol.js";

/** `concordat/whatIf`: what a contract pays where its metrics and figures stand at values that someone chooses. */
export const whatIfRequest = "concordat/whatIf";
export interface WhatIfQuestion {
  textDocument: { uri: string };
  contract: string;
  /** Only what this payment reads, and its curves; absent: everything. */
  payment?: string;
  /** The worked example whose values are the start; absent: the first, or the targets where there is none. */
  start?: string;
  changes: WhatIfChange[];
}
/** A value set by its slider, as typed, or as not reported. Of several for one input the last counts. */
export interface WhatIfChange {
  key: string;
  position?: number;
  text?: string;
  reported?: false;
}

export interface WhatIfInput {
  key: string;
  name: string;
  title: string;
  kind: "metric" | "figure";
  /** Whose it is, where there is one for each of several. */
  row?: string;
  /** "%", "GBP", "spells per 1,000 people". */
  unit: string;
  better?: "lower" | "higher";
  /** As people write it; null where it is not reported. */
  shown: string | null;
  /** Absent where there is nothing to slide along: a date, a yes or no. */
  slider?: { steps: number; position: number; low: string; high: string };
  marks: { name: "baseline" | "target"; shown: string }[];
  /** Why what was typed is not taken. */
  problem?: string;
  range?: TextPlace;
}

/** One sentence of an explanation, with what it was worked out from. */
export interface ExplainedLine {
  sentence: string;
  range?: TextPlace;
  under: ExplainedLine[];
}

export interface WhatIfPayment {
  key: string;
  /** Its name in the contract. */
  payment: string;
  title: string;
  /** "£520,000.00"; null where it is not determined. */
  amount: string | null;
  status: "determined" | "provisional" | "undetermined";
  reason?: string;
  flows: { from: string; to: string; amount: string }[];
  why: ExplainedLine[];
  /** How far the next change is, and what it is worth. */
  next: string[];
  range?: TextPlace;
}

export interface WhatIfAnswer {
  contract: string;
  period: string;
  starts: { name: string; title: string }[];
  /** Undefined where the contract has no example to start from. */
  start?: string;
  inputs: WhatIfInput[];
  /** Inputs beyond those, which were too many to show. */
  more: number;
  parties: { party: string; receives: string; pays: string; balance: string }[];
  payments: WhatIfPayment[];
  curves: CurveShown[];
}
