import { entry } from "./diagnostic.js";

/** Mistakes in what is measured. */
export const measures = {
  "from-itself": entry({
    severity: "error",
    title: "Time runs from one date to another",
    message: (p: { field: string }) => `From ${p.field} to ${p.field} is no time at all.`,
    why: "The time between a date and itself is 0 days for every row.",
    whatToDo: "Name two dates of a row: days from referred to seen.",
  }),
  "category-differs": entry({
    severity: "error",
    title: "Fields of one name that are told apart hold the same values",
    message: (p: { field: string; here: string; there: string }) =>
      `${p.field} of ${p.there} has other values than ${p.field} of ${p.here}.`,
    why: "There is one of something for each value, and all records that have the field are counted by it.",
    whatToDo: "Write the same values in the same order in both, or give one of the two fields another name.",
  }),
  "one-for-all-strata": entry({
    severity: "error",
    title: "Each stratum has its own population",
    message: (p: { metric: string; stratum: string }) =>
      `${p.metric} needs what stands below the line for each ${p.stratum}, and here is one value for all.`,
    why: "A standardised rate works out the rate of each stratum by itself, and then weights them.",
    whatToDo: "Take a figure that is declared for each of them: figures registered for each age-band, each year { … }.",
  }),
  "standard-population": entry({
    severity: "error",
    title: "A standard population has a size for each stratum",
    message: (p: { table: string; stratum: string; why: string }) =>
      `${p.table} is no standard population for each ${p.stratum}: ${p.why}.`,
    why: "Each stratum's rate counts as much as the stratum is of the standard population.",
    whatToDo:
      "Write a table for each of them with one column of sizes above 0: table standard-population for each age-band { … }.",
  }),
  "compares-comparison": entry({
    severity: "error",
    title: "What is compared is measured",
    message: (p: { metric: string; other: string }) => `${p.metric} compares ${p.other}, which is itself a comparison.`,
    why: "A comparison sets two measures against each other; a difference of differences would not say of what.",
    whatToDo: "Compare metrics that count, add up or share. Give a formula of comparisons a name with define.",
  }),
  "significance-of-shares": entry({
    severity: "error",
    title: "Two shares can differ significantly",
    message: (p: { what: string }) => `${p.what} is not a comparison of two shares.`,
    why: "The test asks whether chance explains the difference between the shares of two groups, and needs the rows of both.",
    whatToDo:
      "Declare a metric that compares them: how far reoffending is below reoffending-elsewhere, where both are a share of records.",
  }),
  "significance-level": entry({
    severity: "error",
    title: "A level of significance is 80%, 90%, 95% or 99%",
    message: (p: { level: string }) => `There is no test at ${p.level}.`,
    why: "The critical value of each level is fixed in the language, so that everybody tests against the same.",
    whatToDo: "Write 80%, 90%, 95% or 99%.",
  }),
  "out-of-share": entry({
    severity: "error",
    title: "So many out of so many is a share",
    message: (p: { name: string }) => `${p.name} is not a share of records, so it is not so many out of so many.`,
    why: "Only a share has rows above the line and rows below it.",
    whatToDo: "Give its value: given readmission 12%. For a share, give two whole numbers: 420 out of 1,000.",
  }),
  "more-out-of-fewer": entry({
    severity: "error",
    title: "A part is no more than the whole",
    message: (p: { part: string; whole: string }) => `${p.part} out of ${p.whole} is no share of records.`,
    why: "Rows above the line are some of the rows below it, and they are whole.",
    whatToDo: "Write two whole numbers, the smaller first: 420 out of 1,000.",
  }),
} as const;
