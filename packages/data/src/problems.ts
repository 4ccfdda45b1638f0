import type { EngineError } from "./engine/session.js";
import { databaseWordings } from "./postgres/wordings.js";
import { formatInWords } from "./sources/formats.js";

/** Something about the data as a whole, not about one row. `file` is relative to the data folder. */
export interface DataProblem {
  readonly id: ProblemId;
  readonly file?: string;
  readonly message: string;
  /** What to do about it. */
  readonly toDo: string;
  /** Values of this source could not be read at all: nothing should be settled on them. */
  readonly fatal?: true;
}

interface Wording {
  readonly message: string;
  readonly toDo: string;
  readonly fatal?: true;
}

const list = (names: readonly string[]): string => names.slice(0, 20).join(", ") + (names.length > 20 ? ", …" : "");

/** The names of a first row; none of them where it may be a row of data, which nobody is shown. */
const named = (has: readonly string[]): string =>
  has.length === 0
    ? "the first row names no column that is read here, and may be a row of data"
    : `there are ${list(has)}`;

/** Everything that can be wrong, and its words. */
const catalogue = {
  ...databaseWordings,
  "no-such-folder": (p: { path: string }) => ({
    message: `There is no folder or data.json called ${p.path}`,
    toDo: "Name the folder that holds the outcome data, or its data.json",
    fatal: true,
  }),
  "manifest-wrong": (p: { at: string; what: string }) => ({
    message: p.at === "" ? `The file ${p.what}` : `${p.at} ${p.what}`,
    toDo: "Correct data.json; your editor checks it where it knows the schema",
    fatal: true,
  }),
  "unknown-source": (p: { name: string; known: readonly string[] }) => ({
    message: `sources.${p.name}: the contract reads no figures or records called ${p.name}`,
    toDo: `Use one of ${list(p.known)}`,
    fatal: true,
  }),
  "unknown-column": (p: { source: string; name: string; known: readonly string[] }) => ({
    message: `sources.${p.source}.columns.${p.name}: ${p.source} has no field called ${p.name}`,
    toDo: `Use one of ${list(p.known)}`,
    fatal: true,
  }),
  "file-or-glob": (p: { source: string }) => ({
    message: `sources.${p.source} says in more than one way what is meant`,
    toDo: "Keep one of file, files, glob, table and query",
    fatal: true,
  }),
  "outside-folder": (p: { named: string }) => ({
    message: `${p.named} does not lie in the data folder`,
    toDo: "Copy the file into the data folder: nothing outside it is read",
    fatal: true,
  }),
  "not-a-file": (p: { named: string }) => ({
    message: `${p.named} is not a file`,
    toDo: "Name a file that holds a table",
    fatal: true,
  }),
  "file-missing": (p: { named: string; folder: string; what: string }) => ({
    message: `There is no ${p.named} in ${p.folder}, so ${p.what} not reported`,
    toDo: `Put ${p.named} there, or leave it and the contract's terms for data that is not reported apply`,
  }),
  "named-file-missing": (p: { named: string; folder: string }) => ({
    message: `data.json names ${p.named}, but there is no such file in ${p.folder}`,
    toDo: "Correct the name in data.json, or put the file there",
    fatal: true,
  }),
  "two-files": (p: { first: string; second: string }) => ({
    message: `${p.first} and ${p.second} both stand in the folder, and only one of them can be meant`,
    toDo: "Remove one, or name the right one in data.json",
    fatal: true,
  }),
  "file-not-read": (p: { known: readonly string[] }) => ({
    message: "The contract reads nothing from this file",
    toDo: `Ignore this if it is meant so; the contract reads ${list(p.known)}`,
  }),
  "header-empty": () => ({
    message: "The first row, which should name the columns, is empty",
    toDo: "Put the names of the columns into the first row",
    fatal: true,
  }),
  "header-too-long": () => ({
    message: "The first row is over a million characters or 2,000 columns long, so this is not a table with a header",
    toDo: "Check that the file is a CSV file and that its delimiter is the one in data.json",
    fatal: true,
  }),
  "header-repeated": (p: { first: number; second: number }) => ({
    message: `Columns ${p.first} and ${p.second} have the same name in the first row, and only one of them can be meant`,
    toDo: "Rename or remove one of them",
    fatal: true,
  }),
  "column-missing": (p: { column: string; has: readonly string[] }) => ({
    message: `There is no column "${p.column}"; ${named(p.has)}`,
    toDo: "Rename the column, or say in data.json which column is meant (columns)",
    fatal: true,
  }),
  "period-column-missing": (p: { has: readonly string[] }) => ({
    message: `There is no column "period", and no pair "from" and "to"; ${named(p.has)}`,
    toDo: 'Add a column "period" with values such as 2026/27 Q1 or April 2026',
    fatal: true,
  }),
  encoding: () => ({
    message: "The file is not in UTF-8",
    toDo: 'Save it as "CSV UTF-8", or write "encoding": "windows-1252" in data.json if it comes from older Windows software',
    fatal: true,
  }),
  "encoding-utf-16": () => ({
    message: 'The file is in UTF-16, as "Unicode Text" of spreadsheets is, and not in UTF-8',
    toDo: 'Save it as "CSV UTF-8", or write "encoding": "utf-16le" in data.json, with "delimiter": "\\t" where tabs stand between its cells',
    fatal: true,
  }),
  "quote-unclosed": (p: { row: number }) => ({
    message: `A quotation mark opens in row ${p.row} and is never closed, so it cannot be told where later rows begin`,
    toDo: `Close or remove the quotation mark in row ${p.row}`,
    fatal: true,
  }),
  "rows-uncertain": () => ({
    message: "Its rows cannot be told apart with certainty: quotation marks stand where none should",
    toDo: "Export the file again as CSV, with quotation marks only around whole values",
    fatal: true,
  }),
  "row-too-long": (p: { row: number }) => ({
    message: `Row ${p.row} is longer than 2 million characters, so it is no row of a table`,
    toDo: `Look at what stands in row ${p.row}, and export the file again`,
    fatal: true,
  }),
  unreadable: (p: { as: string }) => ({
    message: `The file cannot be read as ${p.as}`,
    toDo:
      p.as === "CSV"
        ? "Check that it opens as a table, that it is not damaged, and that its delimiter is the one in data.json"
        : "Check that it is what its name says and that it is not damaged, or export it again",
    fatal: true,
  }),
  "not-a-list": (p: { row: number }) => ({
    message: `The file is not a list of objects from end to end: it stops being one at record ${p.row}`,
    toDo: "Write [{ … }, { … }]; a file with an object on each line is called .jsonl",
    fatal: true,
  }),
  "no-records": () => ({
    message: "The file has no record, and so no columns",
    toDo: "Write a CSV file with the names of the columns alone where there is nothing to report",
    fatal: true,
  }),
  "which-sheet": (p: { named: string | undefined; has: readonly string[] }) => ({
    message:
      p.named === undefined
        ? `The workbook has the sheets ${list(p.has)}, and only one of them can be meant`
        : `The workbook has no sheet "${p.named}"; it has ${list(p.has)}`,
    toDo: 'Say in data.json which one is meant, as "sheet"',
    fatal: true,
  }),
  "workbook-too-large": () => ({
    message: "The workbook holds far more than a table needs, so it is not unpacked",
    toDo: "Save the sheet as CSV UTF-8 and use that",
    fatal: true,
  }),
  "unpacks-too-far": () => ({
    message: "The file unpacks to over 250 times its size, far more than a table does, so it is not unpacked",
    toDo: "Unpack it, see that it is the table that was meant, and use that",
    fatal: true,
  }),
  "binary-fractions": (p: { column: string }) => ({
    message: `The column "${p.column}" holds binary fractions (DOUBLE or FLOAT), in which 0.10 is only nearly 0.10`,
    toDo: `Export "${p.column}" as DECIMAL or as text; whole numbers alone may stay as they are`,
    fatal: true,
  }),
  "needs-program": (p: { what: string }) => ({
    message: `${p.what} needs the concordat program: an editor in a browser does not do it`,
    toDo: "Save the table as CSV UTF-8, or settle with the program: concordat settle",
    fatal: true,
  }),
  "file-changed": () => ({
    message: "The file changed while it was being read",
    toDo: "Run again when nothing writes to it",
    fatal: true,
  }),
  "too-large": (p: { lack: "memory" | "disk" }) => ({
    message:
      p.lack === "memory" ? "There is not enough memory for this file" : "There is not enough disk for this file",
    toDo: "Allow more memory, or free disk space, and run again",
    fatal: true,
  }),
  "header-out-of-step": (p: { more: boolean; names: number }) => ({
    message: p.more
      ? `Every row has more cells than the first row has names (${p.names}): a name is missing there. Taken as they stand, the cells after the missing one would each be read under the name before theirs`
      : `Every row has fewer cells than the first row has names (${p.names}): a name stands there that no cell has. Taken as they stand, the cells after it would each be read under the wrong name`,
    toDo: p.more
      ? "Write the missing name into the first row, or remove the column that has none"
      : "Remove the name that has no column, or add its column",
    fatal: true,
  }),
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
  "looks-like-fraction": (p: { column: string }) => ({
    message: `Every value of "${p.column}" lies from 0 to 1 and is read as a percentage: 0.794 is 0.794%, less than one in a hundred`,
    toDo: "If 79.4% is meant, write 79.4 in the file, or `written as a fraction` in the contract",
  }),
  "looks-like-percentage": (p: { column: string }) => ({
    message: `Every value of "${p.column}" is 2 or more and is read as a fraction: 79.4 is 7,940%`,
    toDo: "If 79.4% is meant, write 0.794 in the file, or leave `written as a fraction` out of the contract",
  }),
  "dates-with-strokes": (p: { column: string; seems: "dd/mm/yyyy" | "mm/dd/yyyy" | "either"; read: string }) => ({
    message: `The dates of "${p.column}" are written with strokes, and are due as ${p.read}; ${
      p.seems === "either"
        ? "whether the day or the month comes first cannot be told from them"
        : `they seem to be ${p.seems}`
    }. None of them is guessed at`,
    toDo:
      p.seems === "either"
        ? 'Ask which comes first, and write "dateFormat": "dd/mm/yyyy" or "mm/dd/yyyy" in data.json'
        : `Write "dateFormat": "${p.seems}" in data.json`,
  }),
  "dates-ambiguous": (p: { column: string; read: string }) => ({
    message: `Every date of "${p.column}" could be day and month or month and day; they are read as ${p.read}, so 03/04/2026 is ${
      p.read === "dd/mm/yyyy" ? "3 April" : "4 March"
    } 2026`,
    toDo: "Make sure with whoever made the extract",
  }),
  "dates-turned": (p: { column: string; read: string; seems: string }) => ({
    message: `The dates of "${p.column}" are read as ${p.read}, and most are none; read as ${p.seems} they would be`,
    toDo: `Write "dateFormat": "${p.seems}" in data.json, if that is how they are written`,
  }),
  "comma-decimals": (p: { column: string }) => ({
    message: `The numbers of "${p.column}" are written with a comma before the decimals, as 1.234,50, and none is guessed at: they would be 1234.50`,
    toDo: "Export them as 1234.50 or 1,234.50",
  }),
  "point-thousands": (p: { column: string }) => ({
    message: `Every number of "${p.column}" has three digits after a point, as 1.234, and is read with decimals: a little more than 1`,
    toDo: "If one thousand two hundred and thirty-four is meant, export it as 1234 or 1,234",
  }),
  "wrong-encoding": (p: { column: string }) => ({
    message: `"${p.column}" holds signs such as Â£ or Ã©, which come of reading a file in an encoding that it is not in; they are read as they stand`,
    toDo: 'Export the file again as UTF-8, or write the "encoding" that it is in into data.json',
  }),
  "columns-shifted": (p: { column: string; fits: string }) => ({
    message: `Hardly any cell of "${p.column}" is what it should be, and those of "${p.fits}" beside it would be: the columns seem to stand one place off. Nothing is moved, so these rows are set aside`,
    toDo: "Compare the first row of the file with the rows below it",
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
} satisfies Record<string, (parameters: never) => Wording>;

export type ProblemId = keyof typeof catalogue;
type Parameters<Id extends ProblemId> = (typeof catalogue)[Id] extends () => Wording
  ? []
  : (typeof catalogue)[Id] extends (parameters: infer P) => Wording
    ? [P]
    : never;

/** A problem of the catalogue; a wrong id or parameter does not compile. */
export function problem<Id extends ProblemId>(
  id: Id,
  file: string | undefined,
  ...parameters: Parameters<Id>
): DataProblem {
  const words = (catalogue[id] as (parameters?: unknown) => Wording)(parameters[0]);
  return {
    id,
    ...(file === undefined ? {} : { file }),
    message: words.message,
    toDo: words.toDo,
    ...(words.fatal ? { fatal: true } : {}),
  };
}

/** What it means for a file that the engine could not finish. */
export function engineProblem({ lack }: EngineError, file: string): DataProblem {
  switch (lack) {
    case "form":
      return problem("unreadable", file, { as: formatInWords(file) });
    case "steadiness":
      return problem("file-changed", file);
    case "memory":
    case "disk":
      return problem("too-large", file, { lack });
  }
}
