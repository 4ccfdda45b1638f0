import {
  addMonths,
  compareKinds,
  describeUnit,
  type IsoDate,
  isoDate,
  type PeriodKind,
  Rational,
  sameUnit,
  yearOf,
} from "@concordat/model";
import * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import { lowerIndexed } from "./indexed.js";
import { percentAsRatio, readLiteral } from "./literals.js";
import { kindOf, type Lowering } from "./lowering.js";
import { lowerPrice } from "./price.js";
import { roundTyped } from "./rounded.js";
import type { Site, Typed } from "./typed.js";

type Rows = { from: IsoDate | null; value: string }[];

/**
 * A value that may change on written days: `£12,000,000, uplifted by 3.1% on 1 April each year from 2027`. `flow` is the
 * period that an amount of money is for where the text does not say: that of the payment's line (rule 5).
 */
export function lowerDated(
  dated: ast.DatedValue,
  flow: PeriodKind | null,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const { price } = dated;
  if (!price) return lowerChanging(dated, flow, site, lowering);
  // A price for each is not shared out by days (rule 5).
  const each = lowerChanging(dated, null, site, lowering);
  return each && lowerPrice(each, price, site, lowering);
}

function lowerChanging(
  dated: ast.DatedValue,
  flow: PeriodKind | null,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const later = dated.changes.filter(ast.isLaterValue);
  const uplift = dated.changes.find(ast.isUplift);
  const rounded = dated.changes.find(ast.isRoundedTo);
  const each = kindOf(dated.each) ?? flow;
  const { value } = dated;
  const literal =
    value && (ast.isMoney(value) || ast.isPercent(value) || ast.isNumberLiteral(value)) ? value : undefined;
  if (!literal || (later.length === 0 && !uplift && each === null)) {
    if (later.length > 0 || uplift) {
      return lowering.report(
        "wrong-unit",
        { what: "A value that changes on a date", needs: "written out", is: "a calculation" },
        dated,
      );
    }
    const plain = lowerExpression(value, site, lowering);
    return plain && rounded ? roundTyped(plain, rounded.rounding, rounded, site, lowering) : plain;
  }
  const written = readLiteral(literal, lowering, site.unit);
  if (!written) return undefined;
  const rows: Rows = [{ from: null, value: written.value }];
  for (const change of later) {
    const next = readLiteral(change.value, lowering, written.unit);
    if (!next) return undefined;
    if (!sameUnit(next.unit, written.unit)) {
      return lowering.report(
        "wrong-unit",
        { what: "The later value", needs: describeUnit(written.unit), is: describeUnit(next.unit) },
        change,
      );
    }
    rows.push({ from: change.date, value: next.value });
  }
  rows.sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
  const index = uplift?.index;
  const cap = dated.changes.find(ast.isCappedAt);
  if (cap && !index) return lowering.report("line-missing", { thing: "capped at", line: "uplifted by" }, cap);
  const steps = uplift?.rate ? upliftTerms(uplift, uplift.rate) : undefined;
  if (steps) addUplifts(rows, steps, lowering);
  if (each && site.grain && compareKinds(each, site.grain) > 0) {
    return lowering.report("longer-into-shorter", { name: site.owner, longer: each, shorter: site.grain }, dated);
  }
  if (uplift && index) {
    if (later.length > 0) return lowering.report("line-twice", { line: "then", thing: "uplifted by" }, later[0]!);
    const terms = { written, each, uplift, cap };
    const rising = lowerIndexed(dated, terms, site, lowering);
    return rising && rounded ? roundTyped(rising, rounded.rounding, rounded, site, lowering) : rising;
  }
  const typed = lowering.add(
    site.owner,
    {
      kind: "dated",
      rows,
      flow: each,
      ...(steps ? { uplift: steps } : {}),
      ...(site.asAt ? { at: site.asAt.id } : {}),
    },
    dated,
    { unit: written.unit, grain: each, axes: site.asAt?.axes ?? [], time: each ? "flow" : "timeless" },
  );
  return rounded ? roundTyped(typed, rounded.rounding, rounded, site, lowering) : typed;
}

function upliftTerms(
  uplift: ast.Uplift,
  rate: ast.Percent,
): { rate: string; month: number; day: number; from: number } {
  const [, month, day] = /^--(\d\d)-(\d\d)$/.exec(uplift.day) ?? [];
  return { rate: percentAsRatio(rate.value), month: Number(month), day: Number(day), from: Number(uplift.year) };
}

/** Compounds the last row once a year to the end of the term; exact, never rounded on the way (rule 2). */
function addUplifts(rows: Rows, { rate, month, day, from }: ReturnType<typeof upliftTerms>, lowering: Lowering): void {
  const factor = Rational.one.plus(Rational.parse(rate));
  let value = Rational.parse(rows.at(-1)!.value);
  for (
    let date = isoDate(from, month, day);
    date < lowering.calendar.to && yearOf(date) < from + 200;
    date = addMonths(date, 12)
  ) {
    value = value.times(factor);
    rows.push({ from: date, value: value.toDecimal() ?? value.toText() });
  }
}
