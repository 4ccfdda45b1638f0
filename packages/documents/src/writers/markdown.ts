import type { Item, LegalDocument, Table } from "../document/document.js";
import { itemMark, type NumberedBlock, type NumberedSection, numbered } from "../document/numbering.js";
import type { Inline, Phrase } from "../document/phrase.js";
import { escapeLineStart, escapeMarkdown } from "./escape.js";

/** A document as Markdown with tables (GitHub's). Figures become their descriptions. */
export function writeMarkdown(document: LegalDocument): string {
  const head = [`# ${words(document.title)}`, "", `${escapeMarkdown(document.kind)}`];
  const facts = document.facts.map(({ label, value }) => `- **${escapeMarkdown(label)}:** ${words(value)}`);
  const body = numbered(document).flatMap(section);
  return `${[...head, "", ...facts, ...body].join("\n")}\n`;
}

function section({ number, heading, depth, blocks, sections }: NumberedSection): string[] {
  const title = `${"#".repeat(Math.min(6, depth + 1))} ${number} ${words(heading)}`;
  return ["", title, ...blocks.flatMap((part) => ["", ...block(part, depth)]), ...sections.flatMap(section)];
}

function block(part: NumberedBlock, depth: number): string[] {
  switch (part.kind) {
    case "clause":
      return [`**${part.number}** ${words(part.text)}`, ...(part.items ? ["", ...items(part.items, 0)] : [])];
    case "paragraph":
      return [escapeLineStart(words(part.text))];
    case "subheading":
      return [`${"#".repeat(Math.min(6, depth + 2))} ${words(part.text)}`];
    case "note":
      return [`> Note: ${words(part.text)}`];
    case "table":
      return table(part);
    case "figure":
      return [`> Figure: ${words(part.caption)}. ${escapeMarkdown(part.description)}`];
  }
}

const items = (list: readonly Item[], depth: number): string[] =>
  list.flatMap((entry, index) => [
    `${"  ".repeat(depth)}- ${itemMark(depth, index)} ${words(entry.text)}`,
    ...items(entry.items ?? [], depth + 1),
  ]);

function table({ caption, columns, rows }: Table): string[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    `**${words(caption)}**`,
    "",
    row(columns.map(({ heading }) => words(heading))),
    row(columns.map(({ align }) => (align === "right" ? "---:" : "---"))),
    ...rows.map((cells) => row(cells.map(words))),
  ];
}

const words = (phrase: Phrase): string => phrase.map(run).join("").trim();

function run({ kind, text }: Inline): string {
  const safe = escapeMarkdown(text);
  if (kind === "text") return safe;
  const [, before = "", inside = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(safe) ?? [];
  if (inside === "") return safe;
  if (kind === "cite") return safe;
  return kind === "strong" ? `${before}**${inside}**${after}` : `${before}*${inside}*${after}`;
}
