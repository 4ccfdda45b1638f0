import type { Item, LegalDocument, Table } from "../document/document.js";
import { itemMark, type NumberedBlock, type NumberedSection, numbered } from "../document/numbering.js";
import { type Phrase, wordsIn } from "../document/phrase.js";
import { replaceControls } from "./escape.js";

const WIDTH = 100;

/** A document as plain text of at most 100 columns. */
export function writeText(document: LegalDocument): string {
  const title = plain(document.title);
  const head = [...wrapped(title, ""), "=".repeat(Math.min(WIDTH, title.length)), document.kind, ""];
  const facts = document.facts.flatMap(({ label, value }) => wrapped(`${label}: ${plain(value)}`, "  "));
  return `${[...head, ...facts, ...numbered(document).flatMap(section)].join("\n")}\n`;
}

const plain = (phrase: Phrase): string => replaceControls(wordsIn(phrase)).replace(/\s+/g, " ").trim();

function section({ number, heading, depth, blocks, sections }: NumberedSection): string[] {
  const line = `${number}  ${plain(heading)}`;
  const rule = depth === 1 ? ["-".repeat(Math.min(WIDTH, line.length))] : [];
  return ["", ...wrapped(line, ""), ...rule, ...blocks.flatMap(block), ...sections.flatMap(section)];
}

function block(part: NumberedBlock): string[] {
  switch (part.kind) {
    case "clause":
      return ["", ...hanging(`${part.number}  `, plain(part.text), 0), ...items(part.items ?? [], 1)];
    case "paragraph":
      return ["", ...wrapped(plain(part.text), "")];
    case "subheading":
      return ["", plain(part.text)];
    case "note":
      return ["", ...hanging("Note: ", plain(part.text), 2)];
    case "table":
      return ["", ...table(part)];
    case "figure":
      return ["", ...hanging("Figure: ", `${plain(part.caption)}. ${replaceControls(part.description)}`, 2)];
  }
}

const items = (list: readonly Item[], depth: number): string[] =>
  list.flatMap((entry, index) => [
    ...hanging(`${itemMark(depth - 1, index)} `, plain(entry.text), depth * 4),
    ...items(entry.items ?? [], depth + 1),
  ]);

function table({ caption, columns, rows }: Table): string[] {
  const cells = [columns.map(({ heading }) => plain(heading)), ...rows.map((row) => row.map(plain))];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        columns[column]!.align === "right" ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join("  ")
      .trimEnd();
  const [head, ...body] = cells.map(line);
  return [plain(caption), head!, widths.map((width) => "-".repeat(width)).join("  "), ...body];
}

/** Words broken at spaces so that no line passes 100 columns; a longer word stands alone. */
export function wrapped(words: string, indent: string, width = WIDTH): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of words.split(" ")) {
    const next = line === indent ? line + word : `${line} ${word}`;
    if (next.length > width && line !== indent) {
      lines.push(line);
      line = indent + word;
    } else line = next;
  }
  return [...lines, line];
}

/** A mark, then words that hang beside it. */
export function hanging(mark: string, words: string, indent: number, width = WIDTH): string[] {
  const margin = " ".repeat(indent + mark.length);
  const [first, ...rest] = wrapped(words, margin, width);
  return [" ".repeat(indent) + mark + first!.slice(margin.length), ...rest];
}
