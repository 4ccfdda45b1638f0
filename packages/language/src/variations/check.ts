import { calendarOf, showDate } from "@concordat/model";
import { type AstNode, AstUtils } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import { DIAGNOSTICS } from "../diagnostics/catalogue.js";
import { collector, type Found } from "../diagnostics/finding.js";
import { writtenAt } from "../diagnostics/placed.js";
import * as ast from "../generated/ast.js";
import { loweredContract, lowerTogether } from "../workspace/lowered.js";
import { nameOf } from "./apply.js";
import { changesFitPeriods } from "./boundaries.js";
import { consolidate } from "./consolidate.js";
import { type Deed, deedsOf, effectiveOf } from "./deeds.js";
import { meet, touched, touchesOf } from "./touches.js";

/** A deed of variation: its own lines, then the contract as it stands from its day on. */
export function deedMakesSense(variation: ast.Variation, shared: LangiumSharedServices): readonly Found[] {
  const { report, found } = collector();
  const contract = variation.contract.ref;
  if (!ast.isContract(contract)) return found;
  const effective = effectiveOf(variation);
  if (effective === undefined) {
    report("line-missing", { thing: variation.name, line: "effective 1 October 2027" }, variation, {
      property: "name",
    });
    return found;
  }
  const base = loweredContract(contract, AstUtils.getDocument(contract), shared).contract;
  // What is wrong with the contract itself is said there.
  if (!base) return found;
  const { term } = base;
  if (effective < term.from || effective > term.to) {
    const [date, from, to] = [effective, term.from, term.to].map(showDate) as [string, string, string];
    report("deed-outside-term", { deed: variation.name, date, from, to }, variation.lines.find(ast.isEffectiveLine)!);
    return found;
  }
  const own: Deed = { variation, effective };
  const deeds = deedsOf(contract, shared);
  const clash = clashes(own, deeds);
  if (clash.length > 0) return clash;

  const earlier = consolidate(
    contract,
    deeds.filter((deed) => deed.effective < effective),
    shared,
  ).together;
  // What an earlier deed broke is said there.
  if (!earlier.contract || !lowerTogether(earlier, shared).contract) return found;
  changesFitPeriods(own, earlier.contract, calendarOf(base.term, base.yearStarts), report);
  const others = deeds.filter((deed) => deed.effective <= effective && deed.variation !== variation);
  const { together } = consolidate(contract, [...others, own], shared, {
    report: (id, parameters, node, more) =>
      isWithin(node, variation) ? report(id, parameters, node, more) : undefined,
  });
  if (found.length > 0) return found;
  const sameDay = others.filter((deed) => deed.effective === effective);
  return lowerTogether(together, shared).found.flatMap((inner) => toldIn(inner, variation, sameDay) ?? []);
}

/** Of two deeds that touch one thing the later one, by file and place, is told. */
function clashes({ variation, effective }: Deed, deeds: readonly Deed[]): Found[] {
  const { report, found } = collector();
  const index = deeds.findIndex((deed) => deed.variation === variation);
  for (const other of deeds.slice(0, Math.max(index, 0))) {
    if (other.effective !== effective) continue;
    const theirs = touchesOf(other.variation);
    for (const touch of touchesOf(variation)) {
      const same = theirs.find((candidate) => meet(touch, candidate));
      if (!same) continue;
      const thing = touched(touch.way.length >= same.way.length ? touch : same);
      report(
        "deeds-clash",
        { deed: variation.name, other: other.variation.name, thing, date: showDate(effective) },
        touch.node,
        {
          related: [{ message: `${other.variation.name} touches it here.`, node: same.node }],
        },
      );
    }
  }
  return found;
}

/**
 * What is wrong with the contract as varied, told in the deed: at its own words where the mistake is in them, else at what
 * touches the thing that no longer makes sense.
 */
function toldIn(inner: Found, variation: ast.Variation, others: readonly Deed[]): Found | undefined {
  const place = writtenAt(inner.node, inner.property);
  const lies = (within: AstNode): boolean =>
    place.document === AstUtils.getDocument(within) &&
    place.range.offset >= within.$cstNode!.offset &&
    place.range.offset < within.$cstNode!.end;
  if (lies(variation)) return inner;
  if (others.some((deed) => lies(deed.variation)) || DIAGNOSTICS[inner.id].severity !== "error") return undefined;
  const item = AstUtils.getContainerOfType(inner.node, (node): node is AstNode => ast.isContract(node.$container));
  const name = item && nameOf(item);
  const touches = touchesOf(variation);
  const touching = (touches.find(({ way }) => way[0] === inner.missing) ?? touches.find(({ way }) => way[0] === name))
    ?.node;
  const { report, found } = collector();
  report("deed-breaks", { deed: variation.name, finding: inner.message }, touching ?? variation, {
    ...(touching ? {} : { property: "name" }),
    related: [{ message: inner.message, node: inner.node }],
  });
  return found[0];
}

const isWithin = (node: AstNode, ancestor: AstNode): boolean => {
  for (let at: AstNode | undefined = node; at; at = at.$container) if (at === ancestor) return true;
  return false;
};
