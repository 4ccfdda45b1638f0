import path from "node:path";

/** The ending of a file that holds contracts. */
export const CONTRACT_ENDING = ".concordat";

/** A path as people and reports see it: from the current folder, or whole where it lies outside; with forward slashes. */
export function pathShown(file: string, cwd: string): string {
  const relative = path.relative(cwd, file) || ".";
  const outside = relative.split(path.sep)[0] === ".." || path.isAbsolute(relative);
  return (outside ? file : relative).split(path.sep).join("/");
}
