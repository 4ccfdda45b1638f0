import { createGunzip } from "node:zlib";

/** A packed file holds far more than a table: a few kilobytes may unpack to as many gigabytes. */
export class UnpacksTooFar extends Error {}

/** Tables pack to a tenth, seldom to a fiftieth; what packs to less than this is mostly one letter again and again. */
export const MOST_TIMES = 250;
/** Bytes that any file may unpack to. */
export const ALWAYS_ROOM = 50_000_000;

/** The steps of a pipeline that unpacks gzip, and stops where it comes to be too much. */
export function gunzipSteps() {
  const gunzip = createGunzip();
  const bounded = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let unpacked = 0;
    for await (const chunk of source) {
      unpacked += chunk.length;
      if (unpacked > ALWAYS_ROOM && unpacked > MOST_TIMES * gunzip.bytesWritten) throw new UnpacksTooFar();
      yield chunk;
    }
  };
  return { gunzip, bounded };
}
