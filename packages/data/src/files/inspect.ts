import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { digestLine } from "./digest-line.js";
import { gunzipSteps } from "./gunzip.js";
import { type RowMap, RowScanner } from "./rows.js";

export interface Inspection extends RowMap {
  /** Of the bytes as they lie on the disk, hexadecimal. */
  readonly sha256: string;
}

/** Reads a file once from end to end: its digest, its header and where its rows stand. Memory does not grow with it. */
export async function inspect(
  path: string,
  how: {
    delimiter: string;
    gzip: boolean;
    signal?: AbortSignal | undefined;
    /** Told how many rows have been seen. */
    onRows?: (rows: number) => void;
  },
): Promise<Inspection> {
  const hash = createHash("sha256");
  const scanner = new RowScanner(how.delimiter.charCodeAt(0));
  const bytes = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      hash.update(chunk);
      yield chunk;
    }
  };
  const rows = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      if (!scanner.headerTooLong) scanner.push(chunk);
      how.onRows?.(scanner.seen);
    }
  };
  const options = how.signal === undefined ? {} : { signal: how.signal };
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const { gunzip, bounded } = gunzipSteps();
  if (how.gzip) await pipeline(file, bytes, gunzip, bounded, rows, options);
  else await pipeline(file, bytes, rows, options);
  return { ...scanner.end(), sha256: hash.digest("hex") };
}

/** The digest of all that was read: SHA-256 over the names and digests of the files, sorted by name. */
export function digestOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const [name, sha256] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(digestLine([name, sha256]));
  }
  return hash.digest("hex");
}
