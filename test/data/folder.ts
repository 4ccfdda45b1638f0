import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type DataResult, readOutcomeData } from "@concordat/data";
import type { ContractModel, InputValue } from "@concordat/model";

type Files = Readonly<Record<string, string | Buffer | object>>;

/** Runs something with a folder of these files (an object is written as JSON), and takes the folder away again. */
export async function inFolder<T>(files: Files, run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "concordat-test-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      const bytes = typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content);
      await writeFile(join(folder, name), bytes);
    }
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export const read = (contract: ContractModel, files: Files): Promise<DataResult> =>
  inFolder(files, (folder) => readOutcomeData(contract, folder));

/** The value of a name in the period that begins on a day, as "12", or why there is none. */
export function reported(result: DataResult, name: string, from: string, of: Record<string, string> = {}): string {
  const found = find(result, name, from, of);
  if (found === undefined) return "not reported";
  return found.value ?? `unknown: ${found.why}`;
}

export const find = (
  result: DataResult,
  name: string,
  from: string,
  of: Record<string, string> = {},
): InputValue | undefined =>
  result.data.values.find(
    (value) => value.name === name && value.from === from && JSON.stringify(value.of) === JSON.stringify(of),
  );

export const ids = (result: DataResult): string[] => result.problems.map((problem) => problem.id);

/** Each quarantined row as "spells.csv, row 3, cost "x": reason". */
export const asides = (result: DataResult): string[] =>
  result.quarantine.map(
    ({ file, row, column, value, reason }) =>
      `${file}, row ${row}${column === undefined ? "" : `, ${column}`}${value === undefined ? "" : ` "${value}"`}: ${reason}`,
  );
