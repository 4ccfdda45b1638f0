// Writes the parser's tables and AST types (packages/language/src/generated) and the highlighter (syntaxes) from the grammar.
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
execFileSync(
  process.execPath,
  [
    "--import",
    join(root, "scripts/polyfill.mjs"),
    join(root, "node_modules/langium-cli/bin/langium.js"),
    "generate",
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ["ignore", "inherit", "inherit"] },
);
