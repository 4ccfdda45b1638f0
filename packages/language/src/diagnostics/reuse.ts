import { entry } from "./diagnostic.js";

/** Mistakes between files: imports, libraries, and what a contract takes from them. */
export const reuse = {
  "import-missing": entry({
    severity: "error",
    title: "A file that is imported is there",
    message: (p: { path: string; known: readonly string[] }) =>
      p.known.length > 0
        ? `There is no library "${p.path}". Those that come with Concordat are ${p.known.join(", ")}.`
        : `There is no file "${p.path}" beside this one.`,
    why: "What a contract takes from a library is part of the contract.",
    whatToDo: "Mend the path, or put the file there. A path starts from the folder of the file that it stands in.",
  }),
  "import-outside": entry({
    severity: "error",
    title: "An import stays in the contract's own folder",
    message: (p: { path: string }) => `"${p.path}" leads out of the folder of this file.`,
    why: "A contract comes from someone else, and must not reach into the rest of the computer.",
    whatToDo: "Put the library into the contract's folder or a folder below it, and name it from there.",
  }),
  "import-unreadable": entry({
    severity: "error",
    title: "A file that is imported can be read",
    message: (p: { path: string }) => `"${p.path}" has mistakes in its text, so nothing can be taken from it.`,
    why: "Until its text can be read nobody knows what the library says.",
    whatToDo: "Open that file and mend what is found there.",
  }),
  "import-no-library": entry({
    severity: "error",
    title: "A file that is imported holds a library",
    message: (p: { path: string; name: string; names: readonly string[] }) =>
      p.names.length === 0
        ? `"${p.path}" holds no library.`
        : `"${p.path}" holds no library ${p.name}; it holds ${p.names.join(", ")}.`,
    why: "Only what a library declares is meant to be used elsewhere.",
    whatToDo: "Import a file with a library in it, under the library's name.",
  }),
  "import-circle": entry({
    severity: "error",
    title: "Files do not import each other in a circle",
    message: (p: { way: readonly string[] }) => `This import leads back to its own file: ${p.way.join(", then ")}.`,
    why: "Each would have to be read before the other.",
    whatToDo: "Put what both need into a library of its own.",
  }),
  "import-twice": entry({
    severity: "error",
    title: "Each import has a name of its own",
    message: (p: { name: string }) => `"${p.name}" is imported twice.`,
    why: "A line that uses the name could mean either library.",
    whatToDo: "Leave one of them out, or give it another name.",
  }),
  "import-name-clash": entry({
    severity: "error",
    title: "What comes from a library has a name that the contract does not use itself",
    message: (p: { name: string; library: string }) =>
      `"${p.name}" comes from ${p.library} and is the name of something else in this contract.`,
    why: "The contract's data and its statement call things by their names alone.",
    whatToDo: "Give the contract's own thing another name.",
  }),
  "argument-missing": entry({
    severity: "error",
    title: "Every parameter of a shape is given a value",
    message: (p: { shape: string; missing: readonly string[] }) =>
      `${p.shape} also needs ${p.missing.join(" and ")}: write ${p.missing.map((name) => `${name} …`).join(", ")}.`,
    why: "The shape leaves these values to the line that uses it.",
    whatToDo: "Write each parameter's name and its value after the word with, with commas between them.",
  }),
  "argument-twice": entry({
    severity: "error",
    title: "A parameter is given one value",
    message: (p: { shape: string; parameter: string }) => `${p.parameter} of ${p.shape} is given twice.`,
    why: "The shape can stand on one of the two values only.",
    whatToDo: "Leave one of them out.",
  }),
  "argument-unit": entry({
    severity: "error",
    title: "A parameter is given a value of its own kind",
    message: (p: { shape: string; parameter: string; needs: string; is: string }) =>
      `${p.parameter} of ${p.shape} is ${p.needs}; this is ${p.is}.`,
    why: "The shape was written, and checked, for values of that kind.",
    whatToDo: "Write a value of the kind that the shape names beside the parameter.",
  }),
  "parameter-unused": entry({
    severity: "warning",
    title: "A shape uses its parameters",
    message: (p: { shape: string; parameter: string }) => `${p.shape} never uses ${p.parameter}.`,
    why: "A reader of the line that gives it would think that it changes what is paid.",
    whatToDo: "Use the parameter in the shape, or take it out.",
  }),
  "metric-circle": entry({
    severity: "error",
    title: "A metric is not a variant of itself",
    message: (p: { name: string }) => `${p.name} is a variant of itself, by way of the library's metrics.`,
    why: "It would take its lines from itself.",
    whatToDo: "Write the lines out in one of them.",
  }),
} as const;
