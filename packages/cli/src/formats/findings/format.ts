import type { CheckedFile, Finding } from "@concordat/language";
import type { Colours } from "../../output/colour.js";
import { counted } from "../../output/words.js";
import { findingsAsGithub } from "./github.js";
import { findingsAsJson } from "./json.js";
import { findingsAsJunit } from "./junit.js";
import type { FindingsFormat } from "./names.js";
import { findingsAsSarif } from "./sarif.js";
import { findingsAsText } from "./text.js";

/** Every way to write what a check found. */
export const FINDINGS_WRITERS: Record<FindingsFormat, (files: readonly CheckedFile[], colours: Colours) => string> = {
  text: findingsAsText,
  json: findingsAsJson,
  sarif: findingsAsSarif,
  junit: findingsAsJunit,
  github: findingsAsGithub,
};

export interface Tally {
  readonly files: number;
  readonly contracts: number;
  readonly error: number;
  readonly warning: number;
  readonly information: number;
}

export function tally(files: readonly CheckedFile[]): Tally {
  const findings = files.flatMap((file) => file.findings);
  const of = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  return {
    files: files.length,
    contracts: files.flatMap((file) => file.contracts).length,
    error: of("error"),
    warning: of("warning"),
    information: of("information"),
  };
}

/** "3 contracts, no findings." or "2 errors, 1 warning in 1 of 3 files." */
export function tallySentence(files: readonly CheckedFile[]): string {
  const { contracts, error, warning, information } = tally(files);
  const parts = [
    error > 0 ? counted(error, "error") : "",
    warning > 0 ? counted(warning, "warning") : "",
    information > 0 ? counted(information, "remark") : "",
  ].filter((part) => part !== "");
  if (parts.length === 0) return `${counted(contracts, "contract")}, no findings.`;
  const touched = files.filter((file) => file.findings.length > 0).length;
  const where = files.length === 1 ? files[0]!.file : `${touched} of ${files.length} files`;
  return `${parts.join(", ")} in ${where}.`;
}
