import { xml } from "./xml.js";

/** One thing that was tested: without failures it passed. */
export interface JunitCase {
  readonly name: string;
  readonly failures: readonly { readonly type: string; readonly message: string; readonly text: string }[];
  /** What is worth knowing though nothing failed. */
  readonly output?: string;
}

export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
}

/** A JUnit report, as CI services read it. */
export function junitReport(name: string, suites: readonly JunitSuite[]): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xml(name)}"${counts(suites.flatMap(({ cases }) => cases))}>`,
    ...suites.flatMap(suiteLines),
    "</testsuites>",
  ];
  return `${lines.join("\n")}\n`;
}

const counts = (cases: readonly JunitCase[]): string =>
  ` tests="${cases.length}" failures="${cases.filter(({ failures }) => failures.length > 0).length}" errors="0"`;

const suiteLines = ({ name, cases }: JunitSuite): string[] => [
  `  <testsuite name="${xml(name)}"${counts(cases)}>`,
  ...cases.flatMap((testCase) => caseLines(testCase, name)),
  "  </testsuite>",
];

function caseLines({ name, failures, output }: JunitCase, suite: string): string[] {
  const opening = `    <testcase name="${xml(name)}" classname="${xml(suite)}"`;
  if (failures.length === 0 && output === undefined) return [`${opening}/>`];
  return [
    `${opening}>`,
    ...failures.map(
      ({ type, message, text }) =>
        `      <failure type="${xml(type)}" message="${xml(message)}">${xml(text)}</failure>`,
    ),
    ...(output === undefined ? [] : [`      <system-out>${xml(output)}</system-out>`]),
    "    </testcase>",
  ];
}
