import type { CheckedFile } from "@concordat/language";
import { version } from "../../version.js";
import { tally } from "./format.js";

/** For programs: every finding as it is, file by file, and the numbers. */
export function findingsAsJson(files: readonly CheckedFile[]): string {
  const report = {
    schema: "concordat.findings/1",
    software: version,
    files: files.map(({ file, contracts, findings }) => ({
      file,
      contracts: contracts.map(({ name }) => name),
      findings,
    })),
    tally: tally(files),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
