/**
 * The VS Codes the suite runs in: the oldest one the extension supports, and the newest with a server package.
 * Each is a folder beside this file with its own lock file, so that neither weighs on `npm ci` of the project.
 */
import { readFileSync } from "node:fs";
import path from "node:path";

export const flavours = ["1.100", "newest"];

export function flavourOf(environment = process.env) {
  const name = environment.CONCORDAT_VSCODE ?? flavours[0];
  if (!flavours.includes(name)) throw new Error(`CONCORDAT_VSCODE is ${name}: choose one of ${flavours.join(", ")}`);
  const folder = path.join(import.meta.dirname, `vscode-${name}`);
  const lock = readFileSync(path.join(folder, "package-lock.json"), "utf8");
  return { name, folder, lock, version: JSON.parse(lock).packages["node_modules/code-server"].version };
}
