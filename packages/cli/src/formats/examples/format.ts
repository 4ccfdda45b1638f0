import type { CheckedFile } from "@concordat/language";
import type { ContractModel, Coverage, ExampleResult, GuaranteeResult } from "@concordat/model";
import type { Colours } from "../../output/colour.js";
import { examplesAsJson } from "./json.js";
import { examplesAsJunit } from "./junit.js";
import type { ExamplesFormat } from "./names.js";
import { examplesAsText } from "./text.js";

export interface TestedContract {
  readonly contract: ContractModel;
  readonly results: readonly ExampleResult[];
  /** The contract's promises, tested on its examples. */
  readonly guarantees: readonly GuaranteeResult[];
  readonly coverage: Coverage;
}

/** A file with errors has no contracts to work through; its findings say why. */
export interface TestedFile {
  readonly checked: CheckedFile;
  readonly contracts: readonly TestedContract[];
}

/** Every way to write how the examples went. */
export const EXAMPLES_WRITERS: Record<ExamplesFormat, (files: readonly TestedFile[], colours: Colours) => string> = {
  text: examplesAsText,
  json: examplesAsJson,
  junit: examplesAsJunit,
};

/** Errors of a file: what keeps its examples from being worked through. */
export const errorsOf = ({ checked }: TestedFile): CheckedFile["findings"] =>
  checked.findings.filter(({ severity }) => severity === "error");

export interface ExampleTally {
  readonly passed: number;
  readonly failed: number;
  /** Files whose examples could not be worked through, because they have errors. */
  readonly notRead: number;
}

export function exampleTally(files: readonly TestedFile[]): ExampleTally {
  const results = files.flatMap(({ contracts }) => contracts.flatMap((tested) => tested.results));
  const passed = results.filter((result) => result.passed).length;
  return { passed, failed: results.length - passed, notRead: files.filter((file) => errorsOf(file).length > 0).length };
}
