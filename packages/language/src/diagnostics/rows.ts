import { entry } from "./diagnostic.js";

/** What stands in rows: files beside a contract, tables, and the keys by which rows are called. */
export const rows = {
  "file-not-found": entry({
    severity: "error",
    title: "A file that the contract names is there",
    message: (p: { path: string }) => `There is no file "${p.path}" beside the contract.`,
    why: "Its rows are part of the contract.",
    whatToDo: "Mend the name, or put the file there.",
  }),
  "file-not-right": entry({
    severity: "error",
    title: "A file that the contract names has the columns and values that the contract says",
    message: (p: { path: string; text: string }) => `"${p.path}": ${p.text}.`,
    why: "Its rows are part of the contract, and are checked like the rest of it.",
    whatToDo: "Mend the file, or the fields that the contract gives for it.",
  }),
  "table-row-length": entry({
    severity: "error",
    title: "Each row of a table has a cell for each column",
    message: (p: { row: string; cells: number; columns: number }) =>
      `The row ${p.row} has ${p.cells === 1 ? "1 cell" : `${p.cells} cells`}, and the table has ${p.columns === 1 ? "1 column" : `${p.columns} columns`}.`,
    why: "A cell too few or too many moves the values under the wrong headings.",
    whatToDo: "Write one cell for each column; none where there is no value.",
  }),
  "key-unknown": entry({
    severity: "error",
    title: "A key is one of those that there are",
    message: (p: { key: string; of: string }) => `${p.key} is not one of ${p.of}.`,
    why: "A value for something that is not there would never be used.",
    whatToDo: "Mend the spelling, or add what is missing.",
  }),
  "row-of-one": entry({
    severity: "error",
    title: "Of which is said only where there are several",
    message: (p: { row: string; name: string }) => `There is one ${p.name} only: leave out "of ${p.row}".`,
    why: "A value that is the same for everybody belongs to no one of them.",
    whatToDo: "Leave the words out.",
  }),
  "key-missing": entry({
    severity: "error",
    title: "There is a value for each one",
    message: (p: { key: string; name: string }) => `${p.name} has no value for ${p.key}.`,
    why: "The contract would have nothing to say when it comes to that one.",
    whatToDo: "Add a value for it.",
  }),
} as const;
