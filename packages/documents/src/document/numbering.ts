import type { Block, Clause, Item, LegalDocument, Section } from "./document.js";
import type { Phrase } from "./phrase.js";

export interface NumberedClause extends Clause {
  readonly number: string;
}
export type NumberedBlock = Exclude<Block, Clause> | NumberedClause;
export interface NumberedSection {
  readonly id: string;
  readonly number: string;
  readonly depth: number;
  readonly heading: Section["heading"];
  readonly blocks: readonly NumberedBlock[];
  readonly sections: readonly NumberedSection[];
}

/**
 * Sections are 1, 2, 3; what stands inside, clauses first and then sections, is 1.1, 1.2 and so on. What cites a clause
 * by its id gets its number; the text of a contract cannot cite.
 */
export function numbered(document: LegalDocument): NumberedSection[] {
  const numbers = new Map<string, string>();
  const sections = document.sections.map((section, index) => numberSection(section, `${index + 1}`, 1, numbers));
  return sections.map((section) => citedSection(section, numbers));
}

function numberSection(section: Section, number: string, depth: number, numbers: Map<string, string>): NumberedSection {
  let count = 0;
  numbers.set(section.id, number);
  const blocks = section.blocks.map((block): NumberedBlock => {
    if (block.kind !== "clause") return block;
    const own = `${number}.${++count}`;
    if (block.id !== undefined) numbers.set(block.id, own);
    return { ...block, number: own };
  });
  const sections = (section.sections ?? []).map((inner) =>
    numberSection(inner, `${number}.${++count}`, depth + 1, numbers),
  );
  return { id: section.id, number, depth, heading: section.heading, blocks, sections };
}

type Numbers = ReadonlyMap<string, string>;

const citedSection = (section: NumberedSection, numbers: Numbers): NumberedSection => ({
  ...section,
  blocks: section.blocks.map((block) => citedBlock(block, numbers)),
  sections: section.sections.map((inner) => citedSection(inner, numbers)),
});

function citedBlock(block: NumberedBlock, numbers: Numbers): NumberedBlock {
  const words = (phrase: Phrase): Phrase => cited(phrase, numbers);
  switch (block.kind) {
    case "clause":
      return { ...block, text: words(block.text), ...(block.items ? { items: block.items.map(item) } : {}) };
    case "table":
      return { ...block, caption: words(block.caption), rows: block.rows.map((row) => row.map(words)) };
    case "figure":
      return { ...block, caption: words(block.caption) };
    default:
      return { ...block, text: words(block.text) };
  }
  function item(one: Item): Item {
    return { text: words(one.text), ...(one.items ? { items: one.items.map(item) } : {}) };
  }
}

const cited = (phrase: Phrase, numbers: Numbers): Phrase =>
  phrase.map((run) =>
    run.kind === "cite" ? { kind: "term", text: `${run.text}\u00a0${numbers.get(run.to) ?? ""}`, to: run.to } : run,
  );

/** "(a)" to "(z)", then "(aa)". */
export const letter = (index: number): string => `(${letters(index)})`;
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

const ROMAN: readonly [number, string][] = [
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** "(i)", "(ii)", "(iii)", "(iv)". */
export function roman(index: number): string {
  let rest = index + 1;
  let written = "";
  for (const [size, sign] of ROMAN) for (; rest >= size; rest -= size) written += sign;
  return `(${written})`;
}

/** The mark of an item at a depth: letters, then roman numbers, then letters again. */
export const itemMark = (depth: number, index: number): string => (depth % 2 === 0 ? letter(index) : roman(index));
