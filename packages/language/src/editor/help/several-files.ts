/** Words of libraries, deeds and determinations. */
export const SEVERAL_FILES_HELP: readonly (readonly [word: string, help: string])[] = [
  ["import", "Gives a library a name in this file, and says in which file it is."],
  ["library", "Metrics, records, tables and definitions that several contracts share."],
  ["variation", "A deed that changes a contract from a day on; what was agreed before is kept."],
  ["effective", "The day from which the deed is in force."],
  [
    "metrics measured over the whole year",
    "A period that the deed cuts is measured as a whole, with the terms at its end; amounts are split by days.",
  ],
  ["change", "Something in the contract that from then on is as written here."],
  ["add", "Something that the contract did not have."],
  ["remove", "Something that the contract no longer has."],
  ["determination", "What was decided of one payment in one period, beside what is computed."],
  ["decided", "The day of the decision, and who decided."],
  ["because", "The reason, in words."],
];
