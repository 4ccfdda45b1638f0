// Writes docs/diagnostics: a page for every finding that there is. `node scripts/diagnostics.mjs`
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DIAGNOSTICS } from "@concordat/language";

const root = path.dirname(import.meta.dirname);
const folder = path.join(root, "docs/diagnostics");
const mistakes = path.join(root, "test/diagnostics");

/** The mistakes that the tests show, by the finding that each gets: the first one stands on the page. */
function examples() {
  const found = new Map();
  for (const name of readdirSync(mistakes).sort()) {
    if (!name.endsWith(".md") || name === "README.md") continue;
    const text = readFileSync(path.join(mistakes, name), "utf8");
    for (const [, heading, blocks, said] of text.matchAll(
      /^## (.+)\n+((?:```concordat ?.*\n[\s\S]*?^```\n+)+)((?:\n?(?:- | {2}- ).+\n)*)/gm,
    )) {
      const shown = [...blocks.matchAll(/^```concordat ?(.*)\n([\s\S]*?)^```$/gm)];
      const files = shown.map(([, info, block]) => ({ info, block }));
      const lines = said.trim().split("\n");
      for (const [at, line] of lines.entries()) {
        const [, id, message] = /^- .*?`([a-z-]+)` (.+)$/.exec(line) ?? [];
        if (!id || found.has(id)) continue;
        const [, mended] = /^ {2}- one key, \*.+?\*: (.+)$/.exec(lines[at + 1] ?? "") ?? [];
        found.set(id, { heading, files, message, mended });
      }
    }
  }
  return found;
}

/** The message with the names of its parts in place of them; none where a message says different things. */
function shape({ message }) {
  try {
    return message(new Proxy({}, { get: (_, name) => `‹${String(name)}›` }));
  } catch {
    return undefined;
  }
}

function page(id, entry, example) {
  const said = shape(entry);
  const parts = [
    `# ${entry.title}`,
    `\`${id}\`, ${entry.severity === "error" ? "an error" : entry.severity === "warning" ? "a warning" : "for information"}.`,
    ...(said && said !== "‹text›" ? [`It says: ${said.replaceAll("<", "\\<")}`] : []),
    `## Why\n\n${entry.why}`,
    `## What to do\n\n${entry.whatToDo}`,
  ];
  if (example) {
    const [{ info }] = example.files;
    const where = /^in /.test(info) ? `, ${info.replace("in ", "in a ")}` : "";
    parts.push(
      `## A case of it\n\n${example.heading}${where}:`,
      ...example.files
        .filter(({ block }) => block.trim() !== "")
        .flatMap(({ info: name, block }) => [
          ...(name.endsWith(".concordat") ? [`\`${name}\``] : []),
          `\`\`\`concordat fragment\n${block}\`\`\``,
        ]),
      `> ${example.message}`,
      example.mended ? `One key makes of it: ${example.mended}` : undefined,
    );
  }
  return `${parts.filter((part) => part !== undefined).join("\n\n")}\n`;
}

/** File name to the text that belongs in it. */
export function pages() {
  const shown = examples();
  const ids = Object.keys(DIAGNOSTICS).sort();
  const index = ids.map((id) => `| [${id}](${id}.md) | ${DIAGNOSTICS[id].title} | ${DIAGNOSTICS[id].severity} |`);
  return {
    "README.md": `# What can be found in a contract\n\nEvery finding of \`concordat check\` and of the editor, by its id.\n\n| id | the law | severity |\n|---|---|---|\n${index.join("\n")}\n`,
    ...Object.fromEntries(ids.map((id) => [`${id}.md`, page(id, DIAGNOSTICS[id], shown.get(id))])),
  };
}

if (process.argv[1] === import.meta.filename) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(pages())) writeFileSync(path.join(folder, name), text);
}
