import { strictEqual } from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/**
 * A document kept beside what it was made from, for a person to review. `UPDATE_SNAPSHOTS=1` writes it anew; a document
 * that is not there fails.
 */
export function sameAsKept(path: string, written: string): void {
  if (process.env.UPDATE_SNAPSHOTS === "1") writeFileSync(path, written);
  strictEqual(written, existsSync(path) ? readFileSync(path, "utf8") : "", `${path} has changed`);
}
