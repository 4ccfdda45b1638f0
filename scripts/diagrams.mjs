// Draws the constructs of the grammar: docs/reference/diagrams, and the lines of the pages that show them. `npm run diagrams`
import "./polyfill.mjs";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createConcordatServices } from "@concordat/language";
import { EmptyFileSystem } from "langium";
import { createGrammarDiagramSvg } from "langium-railroad";
import { PAGES } from "./diagrams/pages.mjs";
import { fileOf, inWords, plain } from "./diagrams/words.mjs";

const root = path.dirname(import.meta.dirname);
const reference = path.join(root, "docs/reference");
const folder = path.join(reference, "diagrams");

/** Dark on light and light on dark, as the reader's screen is; no background of its own. */
const CSS = `
svg.railroad-diagram { background-color: transparent; }
svg.railroad-diagram path { stroke: #57606a; stroke-width: 2; fill: none; }
svg.railroad-diagram rect { stroke: #57606a; stroke-width: 2; fill: #eef1f4; }
svg.railroad-diagram text { font: 14px monospace; fill: #1f2328; text-anchor: middle; }
@media (prefers-color-scheme: dark) {
  svg.railroad-diagram path, svg.railroad-diagram rect { stroke: #9198a1; }
  svg.railroad-diagram rect { fill: #262c36; }
  svg.railroad-diagram text { fill: #f0f6fc; }
}
`;

const { Grammar } = createConcordatServices(EmptyFileSystem).Concordat;
const rules = new Map(Grammar.rules.map((rule) => [rule.name, rule]));

function ruleCalled(name) {
  const rule = rules.get(name);
  if (!rule) throw new Error(`The grammar has no rule ${name}: mend scripts/diagrams/pages.mjs.`);
  return rule;
}

/** The same element with plain names for what it refers to. Guards and the parts that only name a type say nothing. */
function readable(element) {
  const { $type, cardinality } = element;
  if ($type === "CrossReference")
    return element.terminal
      ? readable({ ...element.terminal, $type: element.terminal.$type, cardinality })
      : call("name", cardinality);
  if ($type === "RuleCall") return call(plain(element.rule.$refText), cardinality);
  if ($type === "Keyword") return { $type, cardinality, value: element.value };
  if ($type === "Assignment") return { $type, cardinality, terminal: readable(element.terminal) };
  if (element.elements) return { $type, cardinality, elements: element.elements.map(readable) };
  return { $type };
}
const call = (name, cardinality) => ({ $type: "RuleCall", cardinality, rule: { $refText: name } });

/** File name to the drawing that belongs in it. */
export function drawings() {
  const shown = [...new Set(Object.values(PAGES).flat())];
  const files = new Set(shown.map(fileOf));
  if (files.size < shown.length)
    throw new Error("Two rules would be drawn into one file: mend scripts/diagrams/words.mjs.");
  const readableRules = shown.map((name) => ({ name, definition: readable(ruleCalled(name).definition) }));
  const drawn = createGrammarDiagramSvg(readableRules, { css: CSS });
  return Object.fromEntries(
    shown.map((name) => {
      const title = `<title>${plain(name)}</title>`;
      const svg = drawn
        .get(name)
        .replace(/^(<svg[^>]*>)/, `$1${title}`)
        // The library's own colours are for a light page only.
        .replace(/<style>[\s\S]*?<\/style>\s*/, "")
        .replace(/[ \t]+$/gm, "");
      return [fileOf(name), `${svg.trim()}\n`];
    }),
  );
}

/** Page of the reference to its text with the drawings in it, at the end of the part that says how it is written. */
export function pages() {
  return Object.fromEntries(
    Object.entries(PAGES).map(([page, names]) => {
      const text = readFileSync(path.join(reference, `${page}.md`), "utf8").replace(
        /^!\[.*\]\(diagrams\/.*\)\n\n/gm,
        "",
      );
      const images = names.map((name) => `![${alternative(name)}](diagrams/${fileOf(name)})\n\n`).join("");
      const written = /^## How (?:it is|they are) written$/m.exec(text);
      const from = written ? written.index + 3 : (/^## /m.exec(text)?.index ?? 0) + 3;
      const next = /^## /m.exec(text.slice(from));
      const at = next ? from + next.index : text.length;
      return [`${page}.md`, text.slice(0, at) + images + text.slice(at)];
    }),
  );
}

const alternative = (name) =>
  `${plain(name)}: ${inWords(ruleCalled(name).definition)}`.replaceAll("[", "(").replaceAll("]", ")");

if (process.argv[1] === import.meta.filename) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, svg] of Object.entries(drawings())) writeFileSync(path.join(folder, name), svg);
  for (const [name, text] of Object.entries(pages())) writeFileSync(path.join(reference, name), text);
  console.log(`${readdirSync(folder).length} diagrams`);
}
