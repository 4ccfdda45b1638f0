// Writes the parser's tables and AST types (packages/language/src/generated) and the highlighter (syntaxes) from the grammar.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

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

// The generated highlighter takes a hyphen for the end of a word: `target` in `target-cost` is part of a name.
const highlighter = join(root, "syntaxes/concordat.tmLanguage.json");
const grammar = JSON.parse(readFileSync(highlighter, "utf8"));
for (const pattern of grammar.patterns) {
  if (pattern.name?.startsWith("keyword.")) {
    pattern.match = pattern.match.replaceAll(/\\b\(([^)]*)\)\\b/g, (_, words) => `(?<![\\w-])(${words})(?![\\w-])`);
  }
}
const literals = [
  {
    name: "constant.numeric.money.concordat",
    match: "[£$€][0-9][0-9,]*(?:\\.[0-9]+)?(?: (?:thousand|million|billion)\\b)?",
  },
  {
    name: "constant.numeric.concordat",
    match: "(?<![\\w-])[0-9][0-9,]*(?:\\.[0-9]+)?%?(?:/[0-9]{2}(?: [QH][1-4])?)?(?![\\w-])",
  },
];
const comments = grammar.patterns.findIndex((pattern) => pattern.include === "#comments");
grammar.patterns.splice(comments + 1, 0, ...literals);
writeFileSync(highlighter, `${JSON.stringify(grammar, null, 2)}\n`);
