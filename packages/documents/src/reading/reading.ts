import type { ContractModel } from "@concordat/model";
import { type NumberedBlock, type NumberedSection, numbered } from "../document/numbering.js";
import { wordsIn } from "../document/phrase.js";
import { summaryOf } from "../summary/summarise.js";
import { writeSections } from "../writers/html.js";

/** What the plain-English summary says of one thing: the same words and the same numbers, to be shown by itself. */
export interface Reading {
  readonly heading: string;
  /** A fragment of HTML without script or style. A clause that says a line of the contract has `data-offset`. */
  readonly html: string;
}

const known = new WeakMap<ContractModel, readonly NumberedSection[]>();

/**
 * What the summary says under an anchor (`payment-outcomes`, `value-target-cost`): a whole section, or the clauses from
 * the one with that anchor to the next that has one. Curves are left out. Undefined where the summary has no such anchor.
 */
export function readingOf(contract: ContractModel, anchor: string): Reading | undefined {
  let sections = known.get(contract);
  if (!sections) {
    sections = numbered(summaryOf(contract));
    known.set(contract, sections);
  }
  const found = find(sections, anchor);
  if (!found) return undefined;
  return { heading: wordsIn(found.heading), html: writeSections([alone(found, 0)], { places: true }) };
}

/** Its heading is the first of the page. */
const alone = (section: NumberedSection, depth: number): NumberedSection => ({
  ...section,
  depth,
  sections: section.sections.map((inner) => alone(inner, depth + 1)),
});

function find(sections: readonly NumberedSection[], anchor: string): NumberedSection | undefined {
  for (const section of sections) {
    if (section.id === anchor) return withoutFigures(section);
    const run = runOf(section.blocks, anchor);
    if (run.length > 0) return { ...section, id: `${anchor}-section`, blocks: run, sections: [] };
    const inside = find(section.sections, anchor);
    if (inside) return inside;
  }
  return undefined;
}

const withoutFigures = (section: NumberedSection): NumberedSection => ({
  ...section,
  blocks: section.blocks.filter(({ kind }) => kind !== "figure"),
  sections: section.sections.map(withoutFigures),
});

function runOf(blocks: readonly NumberedBlock[], anchor: string): readonly NumberedBlock[] {
  const hasId = (block: NumberedBlock): boolean => block.kind === "clause" && block.id !== undefined;
  const from = blocks.findIndex((block) => block.kind === "clause" && block.id === anchor);
  if (from < 0) return [];
  const to = blocks.findIndex((block, index) => index > from && hasId(block));
  return blocks.slice(from, to < 0 ? undefined : to);
}
