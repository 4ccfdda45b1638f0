import { entry } from "./diagnostic.js";

/** Mistakes about other periods, and about what a contract remembers from one to the next. */
export const time = {
  "reach-needs-first": entry({
    severity: "error",
    title: "What reaches before the term says what stands there",
    message: (p: { name: string; how: string }) =>
      `The term begins with a period that has no earlier one, and nothing says what "${p.how} ${p.name}" is then.`,
    why: "In the first period there is no value to read, and it would never be reported.",
    whatToDo: "Add what stands there at first, such as: previous quality, at first 85%.",
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
    message: (p: { count: string }) => `An average of the last ${p.count} is no average.`,
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
