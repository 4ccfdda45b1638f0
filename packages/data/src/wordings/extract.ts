import { list } from "./names.js";
import type { Wordings } from "./wording.js";

/** What an extract holds as a whole: when it was made, what it covers, whether it is all there. */
export const extractWordings = {
  "rows-differ": (p: { has: string; stated: string }) => ({
    message: `The extract has ${p.has} rows, and data.json states ${p.stated}`,
    toDo: "Ask for the whole extract again, or correct totals in data.json",
    fatal: true,
  }),
  "total-differs": (p: { column: string; has: string; stated: string; by: string; unread: number }) => ({
    message: `"${p.column}" adds up to ${p.has}, and data.json states ${p.stated}: the difference is ${p.by}${
      p.unread === 0 ? "" : `, and ${p.unread} of its cells cannot be read as numbers`
    }`,
    toDo: "Ask for the whole extract again, or correct totals in data.json",
    fatal: true,
  }),
  "reference-unread": (p: { column: string; of: string }) => ({
    message: `"${p.column}" must stand in ${p.of}, and that cannot be looked up: it is not there, or could not be read`,
    toDo: "Correct refersTo in data.json, or put the table that it names into the folder",
    fatal: true,
  }),
  "extract-undated": (p: { name: string; day: string }) => ({
    message: `Nobody says when ${p.name} was extracted, so whether it was known on ${p.day} cannot be told`,
    toDo: `Write "extracted" for ${p.name} in data.json`,
    fatal: true,
  }),
  "not-known-yet": (p: { name: string; day: string }) => ({
    message: `No extract of ${p.name} had been made by ${p.day}, so what is read from it is not reported`,
    toDo: "The contract's terms for data that is not reported apply",
  }),
  "no-extract": (p: { name: string; pattern: string }) => ({
    message: `data.json names the extracts ${p.pattern} of ${p.name}, and no file is called so`,
    toDo: "Correct the name in data.json, with {date} where a day such as 2026-10-05 stands",
    fatal: true,
  }),
  "outside-term": (p: { count: string; column: string; term: string }) => ({
    message: `${p.count} dated outside the term by "${p.column}", which runs ${p.term}; such rows are kept, and count only where something looks beyond the term`,
    toDo: 'Look for mistyped years; to set such rows aside, write "outsideTerm": "set aside" in data.json',
  }),
  "figures-missing": (p: { figure: string; period: string; of: readonly string[] }) => ({
    message: `${p.figure} is not reported for ${p.period}${p.of.length === 0 ? "" : `: ${list(p.of)}`}`,
    toDo: "Report it, or leave it and the contract's terms for data that is not reported apply",
  }),
  "coverage-inferred": (p: { from: string; to: string }) => ({
    message: `The dates of its rows are taken to mean that it holds all records from ${p.from} to ${p.to}`,
    toDo: 'Write "covers" in data.json if the extract ends on another day',
  }),
  "coverage-gap": (p: { month: string }) => ({
    message: `It has no row dated in ${p.month}, which counts as a month in which nothing happened`,
    toDo: 'Write "covers" in data.json, or add what is missing; look also for a mistyped date far from the others',
  }),
  "figure-not-number": (p: { name: string }) => ({
    message: `${p.name} is not a number, and outcome data gives rules numbers and truths only`,
    toDo: "Change what the contract says of it",
  }),
  "rows-quarantined": (p: { count: string; read: string }) => ({
    message: `${p.count} of ${p.read} rows could not be used and were set aside`,
    toDo: "See the quarantine report: each row with its number and what is wrong with it",
  }),
} satisfies Wordings;
