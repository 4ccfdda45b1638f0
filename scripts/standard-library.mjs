// Writes the libraries that come with the language (packages/language/library) into a module, so that they are there in a browser.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const language = join(dirname(dirname(fileURLToPath(import.meta.url))), "packages/language");
const names = readdirSync(join(language, "library"))
  .filter((file) => file.endsWith(".concordat"))
  .sort();
const entries = names.map((file) => {
  const text = readFileSync(join(language, "library", file), "utf8");
  return `  ${JSON.stringify(file.replace(/\.concordat$/, ""))}: ${quoted(text)},\n`;
});
writeFileSync(
  join(language, "src/reuse/standard-library.ts"),
  `// Written by scripts/standard-library.mjs from packages/language/library. Do not edit.\nexport const STANDARD_LIBRARY: Readonly<Record<string, string>> = {\n${entries.join("")}};\n`,
);

function quoted(text) {
  return `\`${text.replace(/\r\n/g, "\n").replace(/[\\`]|\$\{/g, "\\$&")}\``;
}
