import { type JunitCase, type JunitSuite, junitReport } from "../junit.js";
import { errorsOf, type TestedContract, type TestedFile } from "./format.js";
import { stepLines } from "./step-lines.js";

/** One suite a contract, one test an example. A file with errors is a suite that fails. */
export function examplesAsJunit(files: readonly TestedFile[]): string {
  return junitReport("concordat test", files.flatMap(suites));
}

function suites(file: TestedFile): JunitSuite[] {
  const errors = errorsOf(file);
  if (errors.length === 0) return file.contracts.map(suiteOf);
  const failures = errors.map(({ id, message, why, whatToDo, range }) => ({
    type: id,
    message,
    text: `${file.checked.file}:${range.line}:${range.column} ${message}\nwhy: ${why}\ndo: ${whatToDo}`,
  }));
  return [{ name: file.checked.file, cases: [{ name: "the contract has no errors", failures }] }];
}

const suiteOf = ({ contract, results, guarantees, coverage }: TestedContract): JunitSuite => ({
  name: contract.name,
  cases: [
    ...results.map(
      ({ name, title, expectations }, index): JunitCase => ({
        name: title === undefined ? name : `${name}: ${title}`,
        failures: expectations
          .filter(({ passed }) => !passed)
          .map(({ sentence, steps }) => ({
            type: "expectation",
            message: sentence,
            text: [sentence, ...stepLines(steps, 1)].join("\n"),
          })),
        ...(index === results.length - 1 && coverage.unreached.length > 0
          ? { output: coverage.unreached.map(({ sentence }) => sentence).join("\n") }
          : {}),
      }),
    ),
    ...guarantees.map(
      ({ name, title, broken, counterexample, sentence }): JunitCase => ({
        name: `always ${title === undefined ? name : `${name}: ${title}`}`,
        failures: [
          ...broken.map((one) => ({
            type: "promise",
            message: one.sentence,
            text: `${one.example}: ${one.sentence}`,
          })),
          ...(counterexample ? [{ type: "promise", message: counterexample.sentence, text: sentence }] : []),
        ],
        output: sentence,
      }),
    ),
  ],
});
