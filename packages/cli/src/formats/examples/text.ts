import type { ExampleResult, GuaranteeResult } from "@concordat/model";
import type { Colours } from "../../output/colour.js";
import { printable } from "../../output/printable.js";
import { counted } from "../../output/words.js";
import { findingsAsText } from "../findings/text.js";
import { errorsOf, exampleTally, type TestedContract, type TestedFile } from "./format.js";
import { stepLines } from "./step-lines.js";

/** For a person at a terminal: each example with ✓ or ✗, what differs and how it came about, and what none reaches. */
export function examplesAsText(files: readonly TestedFile[], colours: Colours): string {
  const parts = files.map((file) => {
    const errors = errorsOf(file);
    return errors.length > 0
      ? findingsAsText([{ ...file.checked, findings: errors }], colours)
      : file.contracts.map((tested) => contractAsText(tested, file.checked.file, colours)).join("\n");
  });
  return [...parts.filter((part) => part !== ""), `${tallySentence(files)}\n`].join("\n");
}

function contractAsText(
  { contract, results, guarantees, coverage }: TestedContract,
  file: string,
  colours: Colours,
): string {
  const lines = [
    `${colours.bold(contract.name)}  ${colours.dim(file)}`,
    ...results.flatMap((result) => resultLines(result, colours)),
    ...(results.length === 0 ? ["  It has no example."] : []),
  ];
  lines.push(...guarantees.map((guarantee) => guaranteeLine(guarantee, colours)));
  // Where there is no example at all, that says it: then every rule would stand here.
  const unreached = results.length === 0 ? [] : coverage.unreached;
  lines.push(...unreached.map(({ sentence, source }) => colours.dim(`    line ${source.line}: ${sentence}`)));
  return lines.map((line) => `${line}\n`).join("");
}

function resultLines({ name, title, passed, expectations }: ExampleResult, colours: Colours): string[] {
  const mark = passed ? colours.green("✓") : colours.red("✗");
  const heading = `  ${mark} ${name}${title === undefined ? "" : `  ${colours.dim(printable(title))}`}`;
  const failures = expectations.filter((expectation) => !expectation.passed);
  return [
    heading,
    ...failures.flatMap(({ sentence, steps, source }) => [
      `      ${colours.red(`line ${source.line}: ${sentence}`)}`,
      ...stepLines(steps, 4).map((line) => colours.dim(line)),
    ]),
  ];
}

function guaranteeLine({ name, title, passed, sentence }: GuaranteeResult, colours: Colours): string {
  const mark = passed ? colours.green("✓") : colours.red("✗");
  const called = title === undefined ? name : `${name}  ${colours.dim(printable(title))}`;
  return `  ${mark} always ${called}: ${passed ? sentence : colours.red(sentence)}`;
}

/** "3 examples passed, 1 failed." */
function tallySentence(files: readonly TestedFile[]): string {
  const { passed, failed, notRead } = exampleTally(files);
  const parts = [`${counted(passed, "example")} passed`, ...(failed > 0 ? [`${failed} failed`] : [])];
  if (notRead > 0) parts.push(`${counted(notRead, "file")} not worked through because of errors`);
  return `${parts.join(", ")}.`;
}
