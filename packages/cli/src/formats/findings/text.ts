import type { CheckedFile, Finding } from "@concordat/language";
import type { Colours } from "../../output/colour.js";
import { printable } from "../../output/printable.js";
import { tallySentence } from "./format.js";
import { sourceExcerpt } from "./source-excerpt.js";

/** For a person at a terminal: each finding with its place, the line it is about, why it matters and what to do. */
export function findingsAsText(files: readonly CheckedFile[], colours: Colours): string {
  const found = files.flatMap((file) => file.findings.map((finding) => findingAsText(finding, file, colours)));
  return [...found, `${tallySentence(files)}\n`].join("\n");
}

function findingAsText(finding: Finding, file: CheckedFile, colours: Colours): string {
  const { range, severity } = finding;
  const paint = severity === "error" ? colours.red : severity === "warning" ? colours.yellow : colours.blue;
  const place = colours.bold(`${printable(finding.file)}:${range.line}:${range.column}`);
  const [line, carets] = sourceExcerpt(file.text, range);
  const lines = [
    `${place}  ${paint(severity)}  ${printable(finding.message)}`,
    `    ${line}`,
    `    ${paint(carets)}`,
    ...(finding.related ?? []).map(
      (related) =>
        `  ${colours.dim("see:")} ${printable(related.file)}:${related.range.line}:${related.range.column}  ${printable(related.message)}`,
    ),
    `  ${colours.dim("why:")} ${printable(finding.why)}`,
    `  ${colours.dim("do:")}  ${printable(finding.whatToDo)}`,
  ];
  return `${lines.join("\n")}\n`;
}
