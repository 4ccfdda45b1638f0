import { named } from "./names.js";
import type { Wordings } from "./wording.js";

/** The columns of a table, and what their cells look like. */
export const columnWordings = {
  "column-missing": (p: { column: string; has: readonly string[]; names: number; cells: number }) => ({
    message: `There is no column "${p.column}"; ${named(p.has)}${
      p.cells > p.names
        ? `. The row below has ${p.cells} cells and the first row ${p.names} names, so a name seems to be missing there`
        : ""
    }`,
    toDo:
      p.cells > p.names
        ? "Write the missing name into the first row, where its column stands"
        : "Rename the column, or say in data.json which column is meant (columns)",
    fatal: true,
  }),
  "period-column-missing": (p: { has: readonly string[] }) => ({
    message: `There is no column "period", and no pair "from" and "to"; ${named(p.has)}`,
    toDo: 'Add a column "period" with values such as 2026/27 Q1 or April 2026',
    fatal: true,
  }),
  "binary-fractions": (p: { column: string }) => ({
    message: `The column "${p.column}" holds binary fractions (DOUBLE or FLOAT), in which 0.10 is only nearly 0.10`,
    toDo: `Export "${p.column}" as DECIMAL or as text; whole numbers alone may stay as they are`,
    fatal: true,
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
} satisfies Wordings;
