import { Rational, show } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { readLiteral } from "../lowering/literals.js";
import type { Lowering } from "../lowering/lowering.js";
import { anchorOf } from "../lowering/names.js";
import type { Typed } from "../lowering/typed.js";

/** A stretch of values: from `from` (inside where `fromIn`) to `to`; undefined is without end. */
interface Stretch {
  readonly from?: Rational;
  readonly fromIn: boolean;
  readonly to?: Rational;
  readonly toIn: boolean;
  readonly tier: ast.Tier;
}

/**
 * Tiers never overlap and always cover, so that their order cannot matter. Proved exactly where every limit is a written
 * value; tiers on other conditions need an `otherwise`.
 */
export function tiersCoverOnce(shape: ast.Tiered, x: Typed | undefined, lowering: Lowering): boolean {
  const stretches = shape.tiers.map((tier) => stretchOf(tier, x, lowering));
  const known = stretches.filter((stretch) => stretch !== undefined);
  const sorted = [...known].sort(byStart);
  for (const [index, next] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before && overlap(before, next)) {
      const at = show(next.from ?? next.to ?? before.to!, x!.unit);
      lowering.report("tiers-overlap", { first: textOf(before.tier), second: textOf(next.tier), at }, next.tier);
      return false;
    }
  }
  if (shape.otherwise) return true;
  const gap = known.length < stretches.length ? "when none of the conditions is met" : firstGap(sorted, x);
  if (gap === undefined) return true;
  lowering.report("tiers-leave-gap", { at: gap }, shape);
  return false;
}

function stretchOf(tier: ast.Tier, x: Typed | undefined, lowering: Lowering): Stretch | undefined {
  const { test } = tier;
  if (!x || !ast.isPartialTest(test)) return undefined;
  const from = written(test.from, x, lowering);
  if (from === undefined) return undefined;
  switch (test.kind) {
    case "below":
      return { fromIn: false, to: from, toIn: false, tier };
    case "at most":
      return { fromIn: false, to: from, toIn: true, tier };
    case "above":
      return { from, fromIn: false, toIn: false, tier };
    case "at least":
      return { from, fromIn: true, toIn: false, tier };
    default: {
      const to = test.to && written(test.to, x, lowering);
      return to === undefined ? undefined : { from, fromIn: true, to, toIn: !test.below, tier };
    }
  }
}

/** The exact value of a limit that is written out, the metric's own baseline and target included. */
function written(expression: ast.Expression, x: Typed, lowering: Lowering): Rational | undefined {
  const argument = ast.isNameRef(expression) && lowering.argumentFor(expression.target?.ref);
  if (argument) return argument.expression && written(argument.expression, x, lowering);
  const anchor = ast.isNameRef(expression) ? anchorOf(expression.target?.ref) : undefined;
  const literal = anchor ? anchor.value : expression;
  if (!ast.isMoney(literal) && !ast.isPercent(literal) && !ast.isNumberLiteral(literal)) return undefined;
  const value = readLiteral(literal, lowering, x.unit);
  return value && Rational.parse(value.value);
}

function byStart(a: Stretch, b: Stretch): number {
  if (!a.from || !b.from) return a.from ? 1 : b.from ? -1 : 0;
  return a.from.compare(b.from) || Number(b.fromIn) - Number(a.fromIn);
}

const overlap = (before: Stretch, next: Stretch): boolean => {
  if (!before.to || !next.from) return true;
  const order = before.to.compare(next.from);
  return order > 0 || (order === 0 && before.toIn && next.fromIn);
};

function firstGap(sorted: readonly Stretch[], x: Typed | undefined): string | undefined {
  if (!x) return undefined;
  const first = sorted[0];
  if (first?.from) return `below ${show(first.from, x.unit)}`;
  for (const [index, stretch] of sorted.entries()) {
    const next = sorted[index + 1];
    if (!next)
      return stretch.to
        ? `${stretch.toIn ? "above" : "from"} ${show(stretch.to, x.unit)}${stretch.toIn ? "" : " upwards"}`
        : undefined;
    const order = stretch.to!.compare(next.from!);
    if (order < 0) return `between ${show(stretch.to!, x.unit)} and ${show(next.from!, x.unit)}`;
    if (order === 0 && !stretch.toIn && !next.fromIn) return `at ${show(stretch.to!, x.unit)}`;
  }
  return undefined;
}

const textOf = (tier: ast.Tier): string => tier.$cstNode?.text.replace(/\s+/g, " ") ?? "";
