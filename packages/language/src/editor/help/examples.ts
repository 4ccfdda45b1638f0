/** Words of worked examples and clauses. */
export const EXAMPLES_HELP: readonly (readonly [word: string, help: string])[] = [
  ["example", "A case that the parties worked through together. It is a test of the contract."],
  ["in", "The period of the lines after it. An example may go on to another period."],
  ["given", "What is reported in the example."],
  ["yes", "The figure is reported as yes."],
  ["no", "The figure is reported as no."],
  ["not reported", "The value is missing."],
  ["expect", "What must come out. Where it does not, the example fails."],
  [
    "earns",
    "In an example: the amount that the payment comes to, for those it is paid to. In a balance: what it earns in a year.",
  ],
  ["charges", "The amount that the payment comes to, for those it is paid by."],
  ["receives", "The money that the party gets."],
  ["is not determined", "The payment cannot be worked out, because an input is missing."],
  ["published", "Where the figures of the example are published."],
  ["clause", "Text of the contract, with checked references in braces."],
];
