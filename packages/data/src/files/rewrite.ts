import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { TextDecoder } from "node:util";
import type { Encoding } from "../sources/manifest.js";
import { gunzipSteps } from "./gunzip.js";

/** Writes a copy in UTF-8 with one line end throughout. The engine reads nothing else reliably. */
export async function rewrite(
  from: string,
  to: string,
  how: { encoding: Encoding; gzip: boolean; signal?: AbortSignal | undefined },
): Promise<void> {
  const options = how.signal === undefined ? {} : { signal: how.signal };
  const file = createReadStream(from, { highWaterMark: 1 << 18 });
  const copy = createWriteStream(to, { mode: 0o600 });
  const text = how.encoding === "utf-8" ? bytesWithOneLineEnd : decoded(how.encoding);
  const { gunzip, bounded } = gunzipSteps();
  if (how.gzip) await pipeline(file, gunzip, bounded, text, copy, options);
  else await pipeline(file, text, copy, options);
}

const decoded = (encoding: Encoding) =>
  async function* (source: AsyncIterable<Buffer>) {
    const decoder = new TextDecoder(encoding);
    const utf8 = async function* () {
      for await (const chunk of source) yield Buffer.from(decoder.decode(chunk, { stream: true }), "utf8");
    };
    yield* bytesWithOneLineEnd(utf8());
  };

/** Works on bytes, so that bytes which are not UTF-8 stay as they are and their row is found out. */
async function* bytesWithOneLineEnd(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let carriageReturn = false;
  for await (const chunk of source) {
    const out = Buffer.allocUnsafe(chunk.length);
    let length = 0;
    for (const byte of chunk) {
      if (byte === 0x0a && carriageReturn) carriageReturn = false;
      else {
        carriageReturn = byte === 0x0d;
        out[length++] = carriageReturn ? 0x0a : byte;
      }
    }
    yield out.subarray(0, length);
  }
}
