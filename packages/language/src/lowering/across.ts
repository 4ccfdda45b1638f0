import { counted, pathTo } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { isAxis } from "../names/scope.js";
import { figureTerms, ownValue } from "./figure.js";
import { plural } from "./literals.js";
import { lowerCondition } from "./logic.js";
import type { Lowering } from "./lowering.js";
import { typeOf } from "./match.js";
import { lowerNameRef } from "./names.js";
import type { Site, Typed } from "./typed.js";

/**
 * `total list-size across practice`; without `across`, `average registered-65`: over the periods of the reader's; both:
 * `total average registered-65 across neighbourhood`.
 */
export function lowerCombined(combined: ast.Combined, site: Site, lowering: Lowering): Typed | undefined {
  const axis = combined.axis?.ref;
  if (!combined.axis) return overTime(combined.how, combined, site, lowering);
  if (!isAxis(axis)) return undefined;
  const inner = { ...site, axes: [...site.axes, axis.name] };
  const value =
    combined.level === undefined
      ? lowerNameRef(combined.operand, inner, lowering)
      : overTime(combined.level, combined, inner, lowering);
  const where = combined.condition ? lowerCondition(combined.condition, inner, lowering) : undefined;
  if (!value || (combined.condition && !where)) return undefined;
  const how = combined.how as "total" | "average" | "highest" | "lowest";
  const type = typeOf(value.unit, value);
  const typed = { ...type, axes: type.axes.filter((name) => name !== axis.name) };
  const within = levelInHand(axis.name, site, lowering);
  return lowering.add(
    site.owner,
    { kind: "across", of: value.id, axis: axis.name, how, ...(where ? { where: where.id } : {}), ...within },
    combined,
    within ? { ...typed, axes: [...new Set([...typed.axes, within.within])] } : typed,
  );
}

export function lowerCountAcross(count: ast.CountAcross, site: Site, lowering: Lowering): Typed | undefined {
  const axis = count.axis?.ref;
  if (!isAxis(axis)) return undefined;
  const inner = { ...site, axes: [...site.axes, axis.name] };
  const where = count.condition ? lowerCondition(count.condition, inner, lowering) : undefined;
  if (count.condition && !where) return undefined;
  const within = levelInHand(axis.name, site, lowering);
  const type = {
    unit: counted(plural(axis.name)),
    grain: where?.grain ?? null,
    axes: [...site.axes].filter((name) => where?.axes.includes(name) || name === within?.within),
    time: "timeless",
  } as const;
  return lowering.add(
    site.owner,
    { kind: "across", axis: axis.name, how: "count", ...(where ? { where: where.id } : {}), ...within },
    count,
    type,
  );
}

/** Inside `for each neighbourhood`, the wards are those of this neighbourhood. */
function levelInHand(axis: string, site: Site, lowering: Lowering): { within: string } | undefined {
  const within = site.axes.find((name) => name !== axis && pathTo(lowering.participants, axis, name));
  return within === undefined ? undefined : { within };
}

/** A level over a longer period: its average or its latest (rule 4). */
function overTime(word: string, combined: ast.Combined, site: Site, lowering: Lowering): Typed | undefined {
  const figure = combined.operand.target?.ref;
  if (!figure) return undefined;
  if (!ast.isFigure(figure) && !ast.isGroupFigure(figure)) {
    return lowering.report(
      "not-a-value",
      { name: `${word} ${combined.operand.target.$refText}`, kind: "only said of a figure here" },
      combined,
    );
  }
  const { title, each, axes } = figureTerms(figure);
  const how = word === "total" ? "add" : word === "latest" ? "latest" : word === "average" ? "average" : undefined;
  if (!each || !how) {
    return lowering.report("line-missing", { thing: `${word} ${figure.name}`, line: "across …" }, combined);
  }
  const axis = axes.find((candidate) => !site.axes.includes(candidate));
  if (axis) return lowering.report("of-which", { name: figure.name, axis }, combined);
  const own = ownValue(figure, site, lowering);
  if (!own) return undefined;
  const type = { ...typeOf(own.unit, own), grain: site.grain ?? each, time: how === "add" ? "flow" : "level" } as const;
  const spanned = lowering.add(site.owner, { kind: "span", of: own.id, each, how }, combined, type);
  return lowering.call(spanned, how === "add" ? figure.name : `${word} ${figure.name}`, title);
}
