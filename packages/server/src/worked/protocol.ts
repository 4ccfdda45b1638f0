import type { TextPlace } from "../preview/protocol.js";
import type { ExplainedLine } from "../what-if/protocol.js";

/** `concordat/examples`: the worked examples of a file, as its text has them; also of a contract with errors. */
export const examplesRequest = "concordat/examples";
export interface ExamplesQuestion {
  textDocument: { uri: string };
}
export interface ContractExamples {
  contract: string;
  title: string;
  range: TextPlace;
  /** URIs of the files that its text names, and those that these name: libraries, tables. Some may not be there. */
  reads: string[];
  examples: { name: string; title: string; range: TextPlace }[];
}

/** `concordat/runExamples`: works examples of one contract through, all of them where none is named. */
export const runExamplesRequest = "concordat/runExamples";
export interface RunExamplesQuestion {
  textDocument: { uri: string };
  contract: string;
  examples?: string[];
  /** Also which tiers, bands, gates, limits and branches they reach. */
  coverage?: boolean;
}
export type RunExamplesAnswer = { results: ExampleOutcome[]; coverage?: RuleCoverage[] } | { problem: string };

export interface ExampleOutcome {
  example: string;
  passed: boolean;
  expectations: ExpectationOutcome[];
}
export interface ExpectationOutcome {
  passed: boolean;
  sentence: string;
  expected: string;
  actual: string;
  range?: TextPlace;
  why: ExplainedLine[];
}

/** One rule that can go several ways, and which of its ways the examples reach. */
export interface RuleCoverage {
  /** "outcome incentive: tiered". */
  rule: string;
  range: TextPlace;
  ways: { what: string; range: TextPlace; examples: string[] }[];
}
