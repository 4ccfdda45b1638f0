import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";

/** Writes rows as CSV that the engine reads as it reads any: every cell in quotation marks, a missing one empty. */
export async function writeTextCopy(
  path: string,
  columns: readonly string[],
  rows: AsyncIterable<readonly (string | null | undefined)[]>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const lines = async function* () {
    let batch = line(columns);
    for await (const row of rows) {
      batch += line(row);
      if (batch.length > 1 << 17) {
        yield batch;
        batch = "";
      }
    }
    yield batch;
  };
  await pipeline(lines, createWriteStream(path, { mode: 0o600 }), signal === undefined ? {} : { signal });
}

const line = (cells: readonly (string | null | undefined)[]): string =>
  `${cells.map((cell) => `"${(cell ?? "").replaceAll('"', '""')}"`).join(",")}\n`;
