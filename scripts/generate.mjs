// Writes the parser's tables and AST types (packages/language/src/generated) and the highlighter (syntaxes) from the grammar.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { highlighter } from "./highlighter.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [
    "--import",
    join(root, "scripts/polyfill.mjs"),
    join(root, "node_modules/langium-cli/bin/langium.js"),
    "generate",
    ...process.argv.slice(2),
  ],
  { cwd: root, encoding: "utf8" },
);
// A phrase ("at least") is one keyword here on purpose; the generator advises against it at each.
const said = (text) =>
  text.split("\n").filter((line) => line !== "" && !line.includes("should not contain whitespace"));
for (const line of said(stdout)) console.log(line);
for (const line of said(stderr)) console.error(line);
if (status !== 0) process.exit(1);

// Of the generated highlighter only the words are kept.
const file = join(root, "syntaxes/concordat.tmLanguage.json");
const made = JSON.parse(readFileSync(file, "utf8"));
const keywords = made.patterns
  .filter(({ name }) => name?.startsWith("keyword."))
  .flatMap(({ match }) => [...match.matchAll(/\(([^)]*)\)/g)].flatMap(([, words]) => words.split("|")));
writeFileSync(file, `${JSON.stringify(highlighter(keywords), null, 2)}\n`);
