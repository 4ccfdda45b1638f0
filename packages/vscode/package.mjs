/**
 * Packages the extension as concordat-<version>.vsix beside this file: `node packages/vscode/package.mjs`. What goes in is
 * listed here, and nothing else does.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildExtension } from "./build.mjs";

const here = import.meta.dirname;
const root = path.resolve(here, "../..");
const parts = [
  "README.md",
  "language-configuration.json",
  "snippets.json",
  "dist/extension.cjs",
  "dist/server.cjs",
  "dist/server-main.cjs",
  "media",
  "dist/preview",
  "dist/web",
  "dist/syntaxes",
  "dist/data.schema.json",
];
const largest = 2_000_000; // bytes

/** @returns the file */
export async function packageExtension() {
  await buildExtension();
  const stage = path.join(here, "dist/stage");
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  for (const part of parts) cpSync(path.join(here, part), path.join(stage, part), { recursive: true });
  cpSync(path.join(root, "LICENSE"), path.join(stage, "LICENSE.txt"));
  const { dependencies, devDependencies, ...manifest } = JSON.parse(
    readFileSync(path.join(here, "package.json"), "utf8"),
  );
  writeFileSync(path.join(stage, "package.json"), JSON.stringify({ ...manifest, files: ["**"] }, undefined, 2));

  const file = path.join(here, `concordat-${manifest.version}.vsix`);
  const vsce = path.join(root, "node_modules/@vscode/vsce/vsce");
  const options = ["--no-dependencies", "--allow-missing-repository", "--out", file];
  execFileSync(process.execPath, [vsce, "package", ...options], { cwd: stage, stdio: ["ignore", "ignore", "inherit"] });
  rmSync(stage, { recursive: true });
  const { size } = statSync(file);
  if (size > largest) throw new Error(`${file} has ${size} bytes; it may have ${largest}`);
  return file;
}

if (process.argv[1] === import.meta.filename) await packageExtension();
