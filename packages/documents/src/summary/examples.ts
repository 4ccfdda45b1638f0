import { type ContractModel, type Example, previousDay, Rational, showDate } from "@concordat/model";
import { type Block, clause, type Section, type Table } from "../document/document.js";
import { type Phrase, say, text } from "../document/phrase.js";
import { amount, constantText } from "../sentences/amount.js";
import { anchor, inputTerm, titleOf, whoIs } from "../sentences/names.js";

/** What the parties worked through together: every example is a test of the rules above. */
export const examples = (contract: ContractModel): Section => ({
  id: "examples",
  heading: text("Worked examples"),
  blocks: [],
  sections: contract.examples.map((example) => ({
    id: anchor("example", example.name),
    heading: text(titleOf(example)),
    blocks: exampleBlocks(example, contract),
  })),
});

function exampleBlocks(example: Example, contract: ContractModel): Block[] {
  const published = example.published === undefined ? "" : ` It is published: ${example.published}.`;
  const periods = periodsOf(example);
  const spoken = periods.map(({ label, from, to }) => `${label} (${showDate(from)} to ${showDate(previousDay(to))})`);
  return [
    clause(text(`This example is for ${spoken.join(", then ")}.${published}`)),
    ...periods.flatMap(({ label }) => inOnePeriod(example, label, periods.length > 1, contract)),
  ];
}

/** The periods that an example goes through, in the order in which it first speaks of them. */
function periodsOf({ period, given, expect }: Example): Example["period"][] {
  const all = [period, ...[...given, ...expect].map((one) => one.period ?? period)];
  return all.filter(({ label }, index) => all.findIndex((other) => other.label === label) === index);
}

function inOnePeriod(example: Example, label: string, several: boolean, contract: ContractModel): Block[] {
  const here = (one: { period?: Example["period"] | undefined }): boolean =>
    (one.period ?? example.period).label === label;
  const given = example.given.filter(here);
  const expect = example.expect.filter(here);
  const when = several ? ` in ${label}` : "";
  return [
    ...(given.length > 0
      ? [
          twoColumns(
            `What is given${when}`,
            "Value",
            given.map((given) => [
              inputName(given, contract),
              text(given.value === null ? "not reported" : givenText(given.value, given.unit)),
            ]),
          ),
        ]
      : []),
    ...(expect.length > 0
      ? [
          twoColumns(
            `What follows${when}`,
            "Result",
            expect.map((expected) => [outcome(expected, contract), result(expected)]),
          ),
        ]
      : []),
  ];
}

const twoColumns = (caption: string, right: string, rows: Phrase[][]): Table => ({
  kind: "table",
  caption: text(caption),
  columns: [
    { heading: text(right === "Value" ? "Input" : "Outcome"), align: "left" },
    { heading: text(right), align: "right" },
  ],
  rows,
});

type Given = Example["given"][number];
type Expectation = Example["expect"][number];

/** Yes and no are given as 1 and 0. */
const givenText = (value: string, unit: Given["unit"]): string =>
  constantText(unit.kind === "truth" ? `${value === "1"}` : value, unit);

function inputName({ input, of }: Given, contract: ContractModel): Phrase {
  const tally = contract.tallies.find(({ name }) => name === input);
  if (tally && contract.metrics.some(({ name }) => name === tally.metric)) {
    const part = input.endsWith(".denominator") ? "rows below the line" : "rows above the line";
    return say`${inputTerm("metric", tally.metric, contract)}, ${part}${rowNames(of, contract)}`;
  }
  const kind = contract.metrics.some(({ name }) => name === input) ? "metric" : "figure";
  return say`${inputTerm(kind, input, contract)}${rowNames(of, contract)}`;
}

function rowNames(of: Readonly<Record<string, string>>, contract: ContractModel): Phrase {
  const rows = Object.values(of);
  return rows.length === 0
    ? text("")
    : say` of ${rows.map((row) => whoIs(row, contract)).reduce((a, b) => say`${a}, ${b}`)}`;
}

function outcome(expected: Expectation, contract: ContractModel): Phrase {
  const rows = rowNames(expected.of, contract);
  const payment = (name: string): Phrase => inputTerm("payment", name, contract);
  const under = (word: string): Phrase =>
    expected.payment === undefined ? text("") : say` ${word} ${payment(expected.payment)}`;
  switch (expected.kind) {
    case "earns":
      return say`${payment(expected.subject)}${rows} pays its parties`;
    case "charges":
      return say`${payment(expected.subject)}${rows} is charged to its parties`;
    case "receives":
      return say`${whoIs(expected.subject, contract)} receives${under("from")}`;
    case "pays":
      return say`${whoIs(expected.subject, contract)} pays${under("under")}`;
    case "moves":
      return say`${payment(expected.subject)}${rows} moves${MOMENTS[expected.when ?? "all"]}`;
    case "recovers":
      return say`${payment(expected.subject)}${rows} is paid back at its settlement`;
    case "not-determined":
      return say`${payment(expected.subject)}${rows}`;
    case "value":
      return say`${valueName(expected.subject, contract)}${rows}`;
  }
}

const MOMENTS = { "on-account": " on account", settlement: " at its settlement", all: "" } as const;

function valueName(name: string, contract: ContractModel): Phrase {
  if (contract.metrics.some((metric) => metric.name === name)) return inputTerm("metric", name, contract);
  if (contract.figures.some((figure) => figure.name === name)) return inputTerm("figure", name, contract);
  const node = contract.nodes[contract.values[name] ?? ""];
  return text(titleOf({ name, title: node?.title }));
}

const result = ({ kind, value, unit }: Expectation): Phrase =>
  text(
    kind === "not-determined"
      ? "cannot be determined"
      : value !== undefined && unit
        ? amount(Rational.parse(value), unit)
        : "",
  );
