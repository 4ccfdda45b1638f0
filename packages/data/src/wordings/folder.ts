import { list } from "./names.js";
import type { Wordings } from "./wording.js";

/** The folder of the data, and what data.json says of it. */
export const folderWordings = {
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
  "needs-program": (p: { what: string }) => ({
    message: `${p.what} needs the concordat program: an editor in a browser does not do it`,
    toDo: "Save the table as CSV UTF-8, or settle with the program: concordat settle",
    fatal: true,
  }),
} satisfies Wordings;
