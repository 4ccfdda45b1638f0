import { compareKinds, type Figure, type PeriodKind } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { axisOf } from "../names/axis.js";
import { fieldType, mistakenType, unitOfField } from "./fields.js";
import { kindOf, type Lowering } from "./lowering.js";
import { typeOf } from "./match.js";
import { policyOf, remedyValue } from "./present.js";
import { reportedFrom } from "./reported-from.js";
import type { InTime, Site, Typed } from "./typed.js";

type AnyFigure = ast.Figure | ast.GroupFigure;

/** What a figure's declaration comes to: its group's lines count for each of the group. */
export function figureTerms(figure: AnyFigure): {
  name: string;
  file: string;
  title?: string;
  each: PeriodKind | undefined;
  timing: Figure["timing"];
  axes: string[];
  foundBy?: string;
} {
  const group = ast.isGroupFigure(figure) ? figure.$container : undefined;
  const timing = figure.details.find(ast.isTiming);
  const axis = (group ?? (figure as ast.Figure)).forEach?.axis;
  const foundBy = figure.details.find(ast.isFoundBy)?.by.$refText;
  const { title } = figure;
  return {
    name: group ? `${group.name}.${figure.name}` : figure.name,
    file: group ? group.name : figure.name,
    ...(title ? { title } : {}),
    each: timing?.when === "once" ? "term" : kindOf(timing?.each ?? group?.each),
    timing:
      timing?.when === "once"
        ? "once"
        : timing?.when === "at the end of"
          ? "at-end"
          : timing?.when === "at the start of"
            ? "at-start"
            : "during",
    axes: axis ? [axisOf(axis.ref) ?? axis.$refText] : [],
    ...(foundBy ? { foundBy } : {}),
  };
}

/** The declaration, for data and documents. */
export function declareFigure(figure: AnyFigure, lowering: Lowering): Figure | undefined {
  mistakenType(figure.type, lowering);
  const { each, ...terms } = figureTerms(figure);
  if (!each) {
    // A group that says no time lacks it for all of its figures: one mistake, told once.
    const group = ast.isGroupFigure(figure) ? figure.$container : undefined;
    const lacking = group && group.figures.length > 1 ? group : figure;
    return lowering.report(
      "part-missing",
      { thing: lacking.name, part: "its time: during each year, or at the end of each quarter" },
      lacking,
      { property: "name" },
    );
  }
  const policy = policyOf(figure.details);
  const from = reportedFrom(figure, lowering);
  return {
    ...terms,
    ...(from ? { from } : {}),
    column: figure.name,
    type: fieldType(figure.type, figure.details.some(ast.isFraction)),
    each,
    ...(policy ? { policy: lowering.policy(policy) } : {}),
    source: lowering.source(figure),
  };
}

/** A figure read as a value: at its own period with its policy, then over the reader's period (rule 4). */
export function lowerFigure(
  figure: AnyFigure,
  at: ast.NameRef | ast.Its,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const { title, each, timing, axes } = figureTerms(figure);
  if (!each) return undefined;
  const axis = axes.find((candidate) => !site.axes.includes(candidate));
  if (axis) return lowering.report("of-which", { name: figure.name, axis }, at);
  if (timing === "once") return ownValue(figure, site, lowering);
  const grain = site.grain ?? each;
  if (compareKinds(each, grain) > 0) {
    return lowering.report("longer-into-shorter", { name: figure.name, longer: each, shorter: grain }, at);
  }
  const own = ownValue(figure, site, lowering);
  if (!own || (each === grain && !site.cumulative)) return own;
  if (timing !== "during") {
    return lowering.report("level-needs-average", { name: figure.name, each, period: grain }, at);
  }
  const percentage = own.unit.kind !== "quantity" || Object.keys(own.unit.dims).length === 0;
  if (percentage) return lowering.report("not-combinable", { name: figure.name, each, period: grain }, at);
  const spanned = lowering.add(site.owner, { kind: "span", of: own.id, each, how: "add" }, at, {
    ...typeOf(own.unit, own),
    grain,
  });
  return lowering.call(spanned, figure.name, title);
}

/** The figure at its own grain, with what happens if it is not reported. */
export function ownValue(figure: AnyFigure, site: Site, lowering: Lowering): Typed | undefined {
  const given = givenFigure(figure, lowering);
  const own = { ...site, owner: site.owner, grain: given.grain };
  return remedyValue(given, policyOf(figure.details), { name: figure.name, node: figure }, own, lowering);
}

/** The figure as it is given, at its own grain, with nothing said of what happens without it. */
export function givenFigure(figure: AnyFigure, lowering: Lowering): Typed {
  const { name, title, each, timing, axes } = figureTerms(figure);
  const key = `figure ${name}`;
  const time: InTime = timing === "during" ? "flow" : "level";
  const unit = unitOfField({ name: figure.name, type: figure.type }, lowering.header.currency);
  let given = lowering.values.get(key);
  if (!given) {
    given = lowering.add(name, { kind: "given", input: name, of: "figure" }, figure, {
      unit,
      grain: timing === "once" ? null : (each ?? null),
      axes,
      time: timing === "once" ? "timeless" : time,
    });
    lowering.call(given, figure.name, title);
    lowering.values.set(key, given);
  }
  return given;
}
