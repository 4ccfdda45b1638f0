import { list } from "./names.js";
import type { Wordings } from "./wording.js";

/** A file that is no table from which rows can be read. */
export const fileWordings = {
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
  "header-out-of-step": (p: { more: boolean; names: number }) => ({
    message: p.more
      ? `Every row has more cells than the first row has names (${p.names}): a name is missing there. Taken as they stand, the cells after the missing one would each be read under the name before theirs`
      : `Every row has fewer cells than the first row has names (${p.names}): a name stands there that no cell has. Taken as they stand, the cells after it would each be read under the wrong name`,
    toDo: p.more
      ? "Write the missing name into the first row, or remove the column that has none"
      : "Remove the name that has no column, or add its column",
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
} satisfies Wordings;
