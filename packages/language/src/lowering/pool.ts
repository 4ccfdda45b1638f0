import { Rational, ratio, show } from "@concordat/model";
import type * as ast from "../generated/ast.js";
import { lowerAchievement } from "./achievement.js";
import { lowerDated } from "./dated.js";
import { percentAsRatio } from "./literals.js";
import type { Lowering } from "./lowering.js";
import { typeOf } from "./match.js";
import { mustBeMoney } from "./pays.js";
import { spanFlow } from "./span.js";
import type { Site, Typed } from "./typed.js";

/** `pool £1,200,000` and its `weight` lines. Returns what is earned, and the node of the whole pool. */
export function lowerPool(
  line: ast.PoolLine,
  weights: readonly ast.WeightLine[],
  site: Site,
  lowering: Lowering,
): { earned: Typed; pool: Typed } | undefined {
  const dated = lowerDated(line.value, site.grain, site, lowering);
  const read = dated && spanFlow(dated, "The pool", line, site, lowering);
  const pool = read && mustBeMoney(read, "A pool", line, lowering);
  const earned = lowerEarned(pool, line, weights, site, lowering);
  return pool && earned && { earned, pool };
}

/** What the `weight` lines earn of a pool, or earn back of what is withheld. */
export function lowerEarned(
  pool: Typed | undefined,
  line: ast.PoolLine | ast.WithholdsLine,
  weights: readonly ast.WeightLine[],
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const scored = weights.map((weight) => lowerAchievement(weight, site, lowering));
  if (weights.length === 0) return lowering.report("line-missing", { thing: site.owner, line: "weight" }, line);
  if (!pool || !weightsAreWhole(weights, site.owner, lowering) || scored.includes(undefined)) return undefined;
  lowering.call(pool, `${line.$type === "PoolLine" ? "pool of" : "withheld from"} ${site.owner}`);
  const lowered = weights.map((weight, index) => ({
    weight: percentAsRatio(weight.weight.value),
    on: scored[index]!.on,
    achievement: scored[index]!.value.id,
    sharesWeight: scored[index]!.sharesWeight,
    source: lowering.source(weight),
  }));
  const type = typeOf(pool.unit, pool, ...scored.map((score) => score!.value));
  return lowering.add(site.owner, { kind: "pool", pool: pool.id, weights: lowered }, line, {
    ...type,
    grain: site.grain,
    time: "flow",
  });
}

function weightsAreWhole(weights: readonly ast.WeightLine[], payment: string, lowering: Lowering): boolean {
  const total = Rational.sum(weights.map((weight) => Rational.parse(percentAsRatio(weight.weight.value))));
  if (total.equals(Rational.one)) return true;
  const last = weights.at(-1)!;
  lowering.report("weights-not-whole", { payment, total: show(total, ratio), off: offWhole(total) }, last);
  return false;
}

/** "1% short of the whole", "2% too much". */
export function offWhole(total: Rational): string {
  const off = Rational.one.less(total);
  return off.isNegative ? `${show(off.negated(), ratio)} too much` : `${show(off, ratio)} short of the whole`;
}
