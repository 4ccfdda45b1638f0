import {
  addMonths,
  describeUnit,
  type IsoDate,
  isoDate,
  isRatio,
  type PeriodKind,
  type Unit,
  yearOf,
} from "@concordat/model";
import * as ast from "../generated/ast.js";
import { figureTerms, ownValue } from "./figure.js";
import { percentAsRatio } from "./literals.js";
import type { Lowering } from "./lowering.js";
import { kindOfThing } from "./names.js";
import type { Site, Typed } from "./typed.js";

interface Terms {
  readonly written: { readonly value: string; readonly unit: Unit };
  readonly each: PeriodKind | null;
  readonly uplift: ast.Uplift;
  readonly cap: ast.CappedAt | undefined;
}

/** `£12,000,000, uplifted by cpi on 1 April each year from 2027, capped at 5%`: an amount that rises by a reported rate. */
export function lowerIndexed(
  at: ast.DatedValue,
  { written, each, uplift, cap }: Terms,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const figure = uplift.index?.ref;
  if (!figure) return undefined;
  if (!ast.isFigure(figure) && !ast.isGroupFigure(figure)) {
    return lowering.report("not-a-value", { name: figure.name, kind: `${kindOfThing(figure)}, and no figure` }, uplift);
  }
  const reported = figureTerms(figure);
  const axis = reported.axes.find((candidate) => !site.axes.includes(candidate));
  if (axis) return lowering.report("of-which", { name: figure.name, axis }, uplift);
  const rate = reported.each && ownValue(figure, site, lowering);
  if (!rate || !reported.each) return undefined;
  if (!isRatio(rate.unit)) {
    return lowering.report(
      "wrong-unit",
      { what: "What an amount is uplifted by", needs: "a percentage", is: describeUnit(rate.unit) },
      uplift,
    );
  }
  const [, month, day] = /^--(\d\d)-(\d\d)$/.exec(uplift.day) ?? [];
  const when = { month: Number(month), day: Number(day), from: Number(uplift.year) };
  const type = { unit: written.unit, grain: each, axes: rate.axes, time: each ? "flow" : "timeless" } as const;
  return lowering.add(
    site.owner,
    {
      kind: "indexed",
      start: written.value,
      rate: rate.id,
      each: reported.each,
      on: daysOf(when, lowering),
      ...(cap ? { cap: percentAsRatio(cap.cap.value) } : {}),
      flow: each,
      uplift: when,
    },
    at,
    type,
  );
}

/** Once a year from the first to the end of the term. */
function daysOf({ month, day, from }: { month: number; day: number; from: number }, { calendar }: Lowering): IsoDate[] {
  const days: IsoDate[] = [];
  for (let at = isoDate(from, month, day); at < calendar.to && yearOf(at) < from + 200; at = addMonths(at, 12)) {
    // Before the term there is no period for which a rate could be reported.
    if (at >= calendar.from) days.push(at);
  }
  return days;
}
