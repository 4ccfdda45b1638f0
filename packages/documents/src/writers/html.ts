import type { Figure, Item, LegalDocument, Note, Table } from "../document/document.js";
import {
  itemMark,
  type NumberedBlock,
  type NumberedClause,
  type NumberedSection,
  numbered,
} from "../document/numbering.js";
import { type Inline, type Phrase, wordsIn } from "../document/phrase.js";
import { escapeHtml } from "./escape.js";
import { STYLE } from "./html-style.js";

/** How sections are written: with or without the contract's lines that they say. */
export interface Fragment {
  /** Each clause that says one line of the contract carries the line's place in the text: `data-offset`. */
  readonly places: boolean;
}

export interface HtmlOptions {
  /** Nonce of the one style, for a page with a content security policy. */
  readonly nonce?: string;
}

/** A document as one HTML file: no script, nothing fetched, a style for screen, dark screens and print. */
export function writeHtml(document: LegalDocument, { nonce }: HtmlOptions = {}): string {
  const sections = numbered(document);
  const style = nonce === undefined ? "<style>" : `<style nonce="${escapeHtml(nonce)}">`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(document.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${wordsIn(document.title)} – ${document.kind}`)}</title>
${style}${STYLE}</style>
</head>
<body>
<header>
<p class="kind">${escapeHtml(document.kind)}</p>
<h1>${words(document.title)}</h1>
${facts(document)}</header>
${contents(sections)}<main>
${writeSections(sections, { places: false })}</main>
</body>
</html>
`;
}

function facts({ facts: list }: LegalDocument): string {
  if (list.length === 0) return "";
  const rows = list.map(({ label, value }) => `<div><dt>${escapeHtml(label)}</dt><dd>${words(value)}</dd></div>`);
  return `<dl>${rows.join("")}</dl>\n`;
}

function contents(sections: readonly NumberedSection[]): string {
  if (sections.length < 2) return "";
  const entry = ({ id, number, heading, sections: inner }: NumberedSection): string =>
    `<li><a href="#${escapeHtml(id)}"><span class="number">${number}</span> ${plain(heading)}</a>${inner.length > 0 ? `<ol>${inner.map(entry).join("")}</ol>` : ""}</li>`;
  return `<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ol>${sections.map(entry).join("")}</ol></nav>\n`;
}

/** Sections alone, to stand inside another page. */
export const writeSections = (sections: readonly NumberedSection[], how: Fragment): string =>
  sections.map((one) => section(one, how)).join("");

function section({ id, number, depth, heading, blocks, sections }: NumberedSection, how: Fragment): string {
  const level = Math.min(6, depth + 1);
  const title = `<h${level} id="${escapeHtml(id)}"><span class="number">${number}</span> ${words(heading)}</h${level}>`;
  return `<section>\n${title}\n${blocksOf(blocks, level, how)}${writeSections(sections, how)}</section>\n`;
}

/** Figures that follow one another stand side by side. */
function blocksOf(blocks: readonly NumberedBlock[], level: number, how: Fragment): string {
  const runs: NumberedBlock[][] = [];
  for (const part of blocks) {
    const last = runs.at(-1);
    if (part.kind === "figure" && last?.[0]?.kind === "figure") last.push(part);
    else runs.push([part]);
  }
  return runs
    .map((run) => {
      const written = run.map((part) => block(part, level, how)).join("");
      return run.length > 1 ? `<div class="figures">\n${written}</div>\n` : written;
    })
    .join("");
}

function block(part: NumberedBlock, level: number, how: Fragment): string {
  switch (part.kind) {
    case "clause":
      return clause(part, how);
    case "paragraph":
      return `<p>${words(part.text)}</p>\n`;
    case "subheading":
      return `<h${Math.min(6, level + 1)} class="branch">${words(part.text)}</h${Math.min(6, level + 1)}>\n`;
    case "note":
      return note(part);
    case "table":
      return table(part);
    case "figure":
      return figure(part);
  }
}

function clause({ number, id, text, items: list, source }: NumberedClause, { places }: Fragment): string {
  const place = places && source && source.file === undefined ? ` data-offset="${source.offset}"` : "";
  const anchor = (id === undefined ? "" : ` id="${escapeHtml(id)}"`) + place;
  return `<div class="clause"${anchor}><span class="number">${number}</span><div><p>${words(text)}</p>${items(list ?? [], 0)}</div></div>\n`;
}

function items(list: readonly Item[], depth: number): string {
  if (list.length === 0) return "";
  const entry = ({ text, items: inner }: Item, index: number): string =>
    `<li><span class="mark">${itemMark(depth, index)}</span><div>${words(text)}${items(inner ?? [], depth + 1)}</div></li>`;
  return `<ol class="items">${list.map(entry).join("")}</ol>`;
}

const note = ({ text }: Note): string => `<p class="note"><b>Note.</b> ${words(text)}</p>\n`;

function table({ caption, columns, rows }: Table): string {
  const side = (column: number): string => (columns[column]?.align === "right" ? ' class="amount"' : "");
  const head = columns.map(({ heading }, column) => `<th scope="col"${side(column)}>${words(heading)}</th>`).join("");
  const body = rows.map((row) => {
    const cells = row.map((cell, column) =>
      column === 0 ? `<th scope="row"${side(column)}>${words(cell)}</th>` : `<td${side(column)}>${words(cell)}</td>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<div class="table"><table><caption>${words(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>\n`;
}

const figure = ({ caption, svg }: Figure): string =>
  `<figure>${svg}<figcaption>${words(caption)}</figcaption></figure>\n`;

const words = (phrase: Phrase): string => phrase.map(run).join("");
const plain = (phrase: Phrase): string => escapeHtml(wordsIn(phrase));

function run(inline: Inline): string {
  const safe = escapeHtml(inline.text);
  switch (inline.kind) {
    case "text":
      return safe;
    case "strong":
      return `<strong>${safe}</strong>`;
    case "term":
    case "cite":
      return inline.to === undefined ? `<em>${safe}</em>` : `<a href="#${escapeHtml(inline.to)}">${safe}</a>`;
  }
}
