import type { CheckedFile, Finding } from "@concordat/language";
import { junitReport } from "../junit.js";

/** One test a file; each error is a failure of it, and what is less than an error its output. */
export function findingsAsJunit(files: readonly CheckedFile[]): string {
  return junitReport("concordat check", [
    {
      name: "contracts",
      cases: files.map(({ file, findings }) => {
        const errors = findings.filter(({ severity }) => severity === "error");
        const rest = findings.filter(({ severity }) => severity !== "error");
        return {
          name: file,
          failures: errors.map((finding) => ({ type: finding.id, message: finding.message, text: inWords(finding) })),
          ...(rest.length === 0 ? {} : { output: rest.map(inWords).join("\n\n") }),
        };
      }),
    },
  ]);
}

const inWords = ({ file, range, severity, message, why, whatToDo }: Finding): string =>
  `${file}:${range.line}:${range.column} ${severity}: ${message}\nwhy: ${why}\ndo: ${whatToDo}`;
