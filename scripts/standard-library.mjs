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

// The page of the manual that lists them.
const kinds = {
  metric: "metric",
  define: "value",
  shape: "shape",
  records: "records",
  figures: "figures",
  table: "table",
};
const sections = names.map((file) => {
  const text = readFileSync(join(language, "library", file), "utf8");
  const [, name, title] = /^library ([\w-]+) "([^"]+)"/.exec(text);
  const source = /\n {2}source "([^"]+)"/.exec(text)[1];
  const rows = [
    ...text.matchAll(/\n {2}(metric|define|shape|records|figures|table) ([\w-]+) "([^"]+)"([^\n]*(?:\n {4}[^\n]*)*)/g),
  ];
  const lines = rows.map(
    ([, kind, thing, says, rest]) => `| \`${thing}\` | ${kinds[kind]} | ${says}${more(kind, rest)} |`,
  );
  return `## std/${name}\n\n${title}. ${source}.\n\n| name | is | says |\n|---|---|---|\n${lines.join("\n")}\n`;
});

/** The value of a definition, the parameters of a shape. */
function more(kind, rest) {
  const flat = rest.replace(/\s+/g, " ");
  if (kind === "define") return `: ${/ as (.+)$/.exec(flat)[1]}`;
  if (kind === "shape") return `; with ${/ with (.+?) as /.exec(flat)[1]}`;
  return "";
}

writeFileSync(
  join(dirname(dirname(language)), "docs/reference/standard-library.md"),
  `# libraries that come with Concordat

A contract [imports](libraries.md) one by its path: \`import share-ranges from "std/share-ranges"\`. The definitions of outcomes are plain ones, not the official specifications, and carry no official codes; published values say where they are printed. An editor shows title and source of each thing with its name.

${sections.join("\n")}
## See also

[libraries](libraries.md), [shapes](shapes.md), [metrics](metrics.md), [define](define.md).
`,
);
