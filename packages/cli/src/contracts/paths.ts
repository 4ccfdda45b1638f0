import path from "node:path";

/** The ending of a file that holds contracts. */
export const CONTRACT_ENDING = ".concordat";

/** A path as people and reports see it: from the current folder, with forward slashes on every system. */
export const pathShown = (file: string, cwd: string): string =>
  (path.relative(cwd, file) || ".").split(path.sep).join("/");
