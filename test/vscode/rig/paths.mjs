import { cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../../..");
export const extension = path.join(root, "packages/vscode");
/** Everything the rig downloads or builds; ignored by git. */
export const cache = path.resolve(process.env.CONCORDAT_VSCODE_CACHE ?? path.join(root, ".vscode-test"));
export const artefacts = path.join(root, "artefacts");

/** The folder that the tests open: a fresh copy, because a test may write into it, with the program that settles. */
export function freshFixture() {
  const copy = path.join(cache, "fixture");
  rmSync(copy, { recursive: true, force: true });
  cpSync(path.join(root, "test/vscode/fixture"), copy, { recursive: true });
  mkdirSync(path.join(copy, "node_modules/.bin"), { recursive: true });
  symlinkSync(path.join(root, "packages/cli/bin/concordat.js"), path.join(copy, "node_modules/.bin/concordat"));
  return copy;
}
