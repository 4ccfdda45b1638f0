import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Context } from "mocha";
import { skip } from "../../support/skip.js";
import { root } from "./root.js";

/**
 * A published payment mechanism with its figures, from the folder `shared/cases` beside the project. Where it is not
 * there, the test that asks is skipped and says so.
 */
export function referenceCase<Case>(name: string, test: Context): Case {
  const file = resolve(root, "../shared/cases", `${name}.json`);
  if (!existsSync(file)) {
    skip(test, `there is no shared/cases/${name}.json beside the project`);
  }
  return JSON.parse(readFileSync(file, "utf8")) as Case;
}
