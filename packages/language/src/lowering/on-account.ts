import { type Branch, compareKinds, type OnAccount, type PeriodKind, ratio } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { lowerDated } from "./dated.js";
import { lowerExpression } from "./expressions.js";
import { kindOf, type Lowering } from "./lowering.js";
import { typeOf } from "./match.js";
import { mustBeMoney } from "./pays.js";
import type { Site, Typed } from "./typed.js";

/** `on account 1/12 of the pool each month, settled each year`: what is paid before the payment is worked out. */
export function lowerOnAccount(
  line: ast.OnAccountLine,
  branches: readonly Branch[],
  pool: Typed | undefined,
  site: Site & { grain: PeriodKind },
  lowering: Lowering,
): OnAccount | undefined {
  const { owner: payment, grain: whole } = site;
  const each = kindOf(line.value.each);
  if (!each) return lowering.report("on-account-how-often", { payment }, line);
  if (kindOf(line.settled) !== whole) {
    return lowering.report("on-account-settled", { payment, settled: line.settled, each: eachWords(whole) }, line);
  }
  if (compareKinds(each, whole) >= 0) {
    return lowering.report("on-account-shorter", { payment, on: eachWords(each), each: eachWords(whole) }, line);
  }
  const written = ast.isMoney(line.value.value) && line.value.price === undefined;
  // What was computed before may be read: nothing that is computed reads an instalment, so there is no circle.
  const reader = lowering.reading;
  lowering.reading = new Set();
  const value = written
    ? lowerDated(line.value, each, { owner: payment, grain: each, axes: site.axes }, lowering)
    : lowerExpression(line.value.value, { ...site, ...(pool ? { wholePool: pool } : {}) }, lowering);
  lowering.reading = reader;
  const amount = value && mustBeMoney(value, "What is paid on account", line, lowering);
  if (!amount) return undefined;
  if (!written && line.value.changes.length > 0) {
    const what = "A value that changes on a date";
    return lowering.report("wrong-unit", { what, needs: "written out", is: "a calculation" }, line.value);
  }
  const receives = branches.findIndex(({ direction }) => direction === "to");
  return {
    each,
    value: amount.id,
    over: written ? "instalment" : "whole",
    branch: Math.max(0, receives),
    source: lowering.source(line),
  };
}

const eachWords = (kind: PeriodKind): string => (kind === "term" ? "over the term" : `each ${kind}`);

/** `the pool`: the whole pool of the payment in whose line it stands. */
export const lowerThePool = (pool: ast.ThePool, site: Site, lowering: Lowering): Typed | undefined =>
  site.wholePool ?? lowering.report("pool-of-no-payment", {}, pool);

/** `1/12`: a part of what comes after it, exact. */
export function lowerPartOf(fraction: ast.PartOf, site: Site, lowering: Lowering): Typed | undefined {
  const type = { ...typeOf(ratio), time: "timeless" } as const;
  return lowering.add(site.owner, { kind: "constant", value: fraction.value }, fraction, type);
}
