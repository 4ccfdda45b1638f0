/** Words that reach other periods. */
export const PERIODS_HELP: readonly (readonly [word: string, help: string])[] = [
  ["previous", "The value of the period before. `at first` says what stands in the first period of the term."],
  ["year to date", "Everything from the start of the contract's year to the end of the period in hand."],
  ["since the start", "Everything from the start of the term to the end of the period in hand."],
  ["average of the last", "The plain average of the values of so many periods, the one in hand among them."],
  [
    "cumulative over the term",
    "The payment is worked out on everything since the start, less what was computed for earlier periods.",
  ],
  ["may be recovered", "The amount may pass below nothing: then what was paid before is paid back."],
  ["each month", "Once a month, by the months of the contract’s year."],
  ["each quarter", "Once a quarter: three months each, counted from the start of the contract’s year."],
  ["each half-year", "Twice a year, counted from the start of the contract’s year."],
  ["each year", "Once a year, from the day on which the contract’s years start."],
  ["the term", "All days of the contract, from the first to the last."],
];
