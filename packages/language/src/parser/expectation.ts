import type { IToken } from "chevrotain";

/** What the grammar would have taken at a place where something else stood. */
export interface Expectation {
  /** Names of tokens: words and signs of the language as they are written, terminals in capitals. */
  readonly expected: readonly string[];
  /** The rule of the grammar that was being read. */
  readonly rule: string;
  readonly previous: IToken | undefined;
  readonly actual: IToken;
  /** Where the reading of what comes next failed, if that is farther on. */
  readonly far?: { readonly previous: IToken | undefined; readonly actual: IToken | undefined } | undefined;
}

/** What stands for a terminal in a message. */
const TERMINALS: Record<string, string> = {
  ID: "a name",
  NAME: "a name",
  LINE_NAME: "a name",
  STRING: 'text in "quotes"',
  NUMBER: "a number",
  MONEY: "an amount such as £1,200,000",
  FRACTION: "a part such as 1/12",
  PERCENT: "a percentage such as 12.5%",
  DATE: "a date such as 1 April 2026",
  DAY_OF_YEAR: "a day such as 1 April",
  MONTH: "a month such as April 2026",
  PERIOD: "a year such as 2026/27",
  ":": "a colon (:)",
  EOF: "the end of the file",
  PROSE_PLAIN: 'text in """three quotes"""',
  PROSE_START: 'text in """three quotes"""',
  PROSE_MIDDLE: "} and more text",
  PROSE_END: '} and the rest of the text, closed by """',
};

/** What stands for everything that a rule may begin with. */
const RULES: Record<string, string> = {
  Negation: "a value or a condition",
  Primary: "a value: an amount, a percentage, a number, a date or a name",
  Literal: "a value: an amount, a percentage, a number or a date",
  Amount: "an amount such as £1,200,000, a percentage such as 12.5% or a number",
  Shape: "a shape: scaled, tiered or banded",
  OwnShape: "a shape: scaled, tiered or banded",
  ParameterType: "a type: percentage, money, number, date, or what is counted",
  DefinedValue: "a value or a shape",
  DatedValue: "a value",
  PaidValue: "an amount or a shape",
  FieldType: "a type: date, money, text, number, percentage, pseudonym, yes or no, one of …, a …",
  Step: "a step: times, plus, less, at most, at least, rounded to, or a shape",
  FigureDetail:
    "during, at the end of, at the start of, once, found by, decided by, if not reported or written as a fraction",
  MissingPolicy:
    "what happens instead: treat as met, treat as missed, treat as baseline, hold at the previous value, share its weight, defer to reconciliation or … decides",
  EachPeriod: "each month, each quarter, each half-year, each year or over the term",
  Prose: 'text in """three quotes"""',
};

/** Blocks in braces: what they are called, and the rule of their lines. */
export const BLOCKS: Record<string, { readonly name: string; readonly lines: string }> = {
  ConcordatFile: { name: "file", lines: "Contract" },
  Contract: { name: "contract", lines: "ContractItem" },
  Library: { name: "library", lines: "LibraryItem" },
  Variation: { name: "deed", lines: "VariationLine" },
  Determination: { name: "determination", lines: "DeterminationLine" },
  Metric: { name: "metric", lines: "MetricLine" },
  Payment: { name: "payment", lines: "PaymentLine" },
  RateCard: { name: "rate card", lines: "CardRule" },
  Cohort: { name: "cohort", lines: "Intake" },
  SideBlock: { name: "block", lines: "SideLine" },
  Balance: { name: "balance", lines: "BalanceLine" },
  Governance: { name: "board", lines: "GovernanceLine" },
  Example: { name: "example", lines: "ExampleLine" },
  Records: { name: "record", lines: "Field" },
  FigureGroup: { name: "group of figures", lines: "GroupFigure" },
  ParticipantSet: { name: "list of participants", lines: "Field" },
  Places: { name: "level of places", lines: "PlaceLine" },
  Group: { name: "group", lines: "Member" },
  Table: { name: "table", lines: "TableRow" },
};

/** `a, b or c`; a long list is cut. */
export function oneOf(items: readonly string[]): string {
  const all = [...new Set(items)];
  if (all.length > 8) return `one of ${all.slice(0, 7).join(", ")} …`;
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`;
}

/** What the grammar would have taken, in the contract's words. */
export function wanted({ expected, rule }: Expectation): string {
  if (expected.length > 1 && RULES[rule]) return RULES[rule];
  return oneOf(expected.map((name) => TERMINALS[name] ?? (/^[a-z]/.test(name) ? `"${name}"` : name)));
}

export const shown = (token: IToken): string => {
  if (isEnd(token)) return "the end of the file";
  const text = token.image.replace(/\s+/g, " ");
  return text.startsWith('"') ? `"${cut(text.slice(1, -1))}"` : `"${cut(text)}"`;
};
const cut = (text: string): string => (text.length > 30 ? `${text.slice(0, 27)}…` : text);

export const isEnd = (token: IToken): boolean => token.tokenType.name === "EOF" || Number.isNaN(token.startOffset);

/** Whether it stands where a line of a block may begin: first on its line, or after a brace. */
export const beginsThing = (expectation: Expectation): boolean =>
  beginsLine(expectation) || /^[{}]$/.test(expectation.previous?.tokenType.name ?? "");

export const beginsLine = ({ previous, actual }: Expectation): boolean =>
  !previous || isEnd(actual) || previous.endLine === undefined || previous.endLine < actual.startLine!;
