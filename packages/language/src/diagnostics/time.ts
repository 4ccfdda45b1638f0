import { entry } from "./diagnostic.js";

/** Mistakes about other periods, and about what a contract remembers from one to the next. */
export const time = {
  "as-at-steady": entry({
    severity: "error",
    title: "What is read as at a day changes on days",
    message: (p: { name: string }) =>
      `${p.name} is no value that changes on written days, so it is the same as at any day.`,
    why: "The words would promise a difference that there is not.",
    whatToDo:
      "Leave the words out, or name a definition with then … from, a column with such cells, or one of a table for each year.",
  }),
  "year-cell": entry({
    severity: "error",
    title: "A table for each year has one amount in every cell",
    message: (p: { column: string; year: string }) =>
      `${p.column} for ${p.year} must be one amount: in a table for each year a value changes with the year only.`,
    why: "A year's terms hold for the whole year, and every year has them.",
    whatToDo: "Write one amount. What changes inside a year is a definition with then … from.",
  }),
  "reach-needs-first": entry({
    severity: "error",
    title: "What reaches before the term says what stands there",
    message: (p: { name: string; how: string }) =>
      `The term begins with a period that has no earlier one, and nothing says what "${p.how} ${p.name}" is then.`,
    why: "In the first period there is no value to read, and it would never be reported.",
    whatToDo: "Add what stands there at first, such as: previous quality, at first 85%.",
  }),
  "reported-from-inside": entry({
    severity: "error",
    title: "A figure is reported from a day before the term",
    message: (p: { name: string; date: string; term: string }) =>
      `${p.name} cannot be reported from ${p.date}: that is said only of a value of each period, and from a day before the term, which begins on ${p.term}.`,
    why: "From the first day of the term on, every figure is reported anyhow.",
    whatToDo: "Write a day before the term, or leave the words out.",
  }),
  "reported-from-midway": entry({
    severity: "error",
    title: "A figure is reported from the first day of one of its periods",
    message: (p: { name: string; date: string; each: string; term: string }) =>
      `${p.name} cannot be reported from ${p.date}: no ${p.each} of the contract begins on that day.`,
    why: "A value is of a whole period, so the part of one before that day could not be told apart.",
    whatToDo: "Write the day on which the first period that is reported begins.",
  }),
  "ends-early-outside": entry({
    severity: "error",
    title: "A contract ends early inside its term",
    message: (p: { date: string; from: string; to: string }) =>
      `The contract cannot end early on ${p.date}: its term runs from ${p.from} to ${p.to}.`,
    why: "An early end cuts the term short, so it lies before the last day of it.",
    whatToDo: "Mend the date, or change the term.",
  }),
  "cumulative-one-way": entry({
    severity: "error",
    title: "A cumulative payment goes one way",
    message: (p: { payment: string }) => `${p.payment} is cumulative, and has a side below and a side above.`,
    why: "What was paid before is set against the whole to date, so both must be paid by the same parties to the same parties.",
    whatToDo: 'Keep one side. With "may be recovered" it is paid back where the whole to date falls.',
  }),
  "cumulative-reads": entry({
    severity: "error",
    title: "A cumulative payment reads what can be taken since the start",
    message: (p: { payment: string; name: string }) =>
      `${p.payment} is cumulative, and ${p.name} cannot be taken over everything since the start.`,
    why: "A cumulative payment is worked out on all that happened since the start of the term; balances and levels are what they are at a moment.",
    whatToDo: "Write average or latest before a level. Let a payment that is not cumulative read the balance.",
  }),
  "cumulative-line": entry({
    severity: "error",
    title: "A line of a cumulative payment is of everything since the start",
    message: (p: { line: string; payment: string }) =>
      `${p.payment} is cumulative, so its line ${p.line} is of everything since the start and of no one period.`,
    why: "A line of such a payment is worked out on the whole to date; only the payment itself is of the period.",
    whatToDo: "Read the payment instead of its line.",
  }),
  "reach-timeless": entry({
    severity: "error",
    title: "Only what belongs to a period has earlier values",
    message: (p: { name: string; how: string }) =>
      `"${p.how} ${p.name}" has no meaning: ${p.name} is the same in every period.`,
    why: "A value that belongs to no period has none before it.",
    whatToDo: "Write the name alone.",
  }),
  "reach-count": entry({
    severity: "error",
    title: "An average is of two periods or more",
    message: (p: { count: string }) => `An average of the last ${p.count} is no average: it takes two periods or more.`,
    why: "The average of one value is that value, and there is none of a part of one.",
    whatToDo: "Write a whole number from 2, or the name alone.",
  }),
  "reach-not-flow": entry({
    severity: "error",
    title: "Only what happens during a period adds up over several",
    message: (p: { name: string; how: string }) =>
      `${p.name} does not add up over several periods, so there is no "${p.how} ${p.name}".`,
    why: "Levels and percentages of different periods make no sum.",
    whatToDo:
      "Take their average, such as: average of the last 4 quality; or a metric, which is worked out again over the whole time.",
  }),
  "people-not-additive": entry({
    severity: "error",
    title: "People who are counted once do not add up",
    message: (p: { name: string; how: string }) =>
      `${p.name} counts people, each once in a period, so "${p.how} ${p.name}" cannot be told from its periods.`,
    why: "Someone who is counted in two quarters is one person and not two.",
    whatToDo: "Count events instead of people, or measure it over the longer period.",
  }),
  "balance-period": entry({
    severity: "error",
    title: "A balance is read in its own period",
    message: (p: { name: string; each: string; period: string }) =>
      `${p.name} is kept each ${p.each}, and is read here each ${p.period}.`,
    why: "A balance changes in every one of its periods, so over another stretch of time it could be any of several amounts.",
    whatToDo: "Write the reader's period behind the name of the balance, such as: balance advance-owed each quarter.",
  }),
};
