import { type CheckedFile, checkFiles } from "@concordat/language";

/** The first lines of every contract here. */
export const HEADER = `
  currency  GBP
  term      from 1 April 2026 to 31 March 2030
  year      starts 1 April
  settled   each year
  rounding  nearest penny, halves away from zero
  division  by largest remainder
  commissioner icb  "The integrated care board"
  provider     gps  "Wardle Practices"`;

/** Checks the files named, out of a folder that holds all of them. */
export async function checkAmong(
  folder: Readonly<Record<string, string>>,
  ...names: readonly string[]
): Promise<readonly CheckedFile[]> {
  const chosen = names.length === 0 ? Object.keys(folder) : names;
  return checkFiles(
    chosen.map((file) => ({ file, text: folder[file]! })),
    (path) => folder[path],
  );
}

/** "file:line message" of every finding. */
export const said = (files: readonly CheckedFile[]): string[] =>
  files.flatMap(({ findings }) =>
    findings
      .filter(({ severity }) => severity !== "information")
      .map(({ file, range, message }) => `${file}:${range.line} ${message}`),
  );
