import { type Branch, type PartyLimit, type Payment, Rational, roundTo, type Sharing } from "@concordat/model";
import { wholeWeights } from "../division.js";
import { record } from "../layout.js";
import { NotQuick } from "./arithmetic.js";
import type { QuickWriter } from "./quick-writer.js";

/** The two sides of a branch as data: who shares, by which weights, and up to what each is limited in each period. */
export function writeSides(payment: Payment, index: number, q: QuickWriter): string {
  const branch = payment.branches[index]!;
  const named = branch.direction === "to" ? "receives" : "pays";
  const other = named === "receives" ? "pays" : "receives";
  const [first, second] = named === "receives" ? [branch.receivers, branch.payers] : [branch.payers, branch.receivers];
  const { kind } = q.arithmetic;
  return q.w.table(`sides ${q.kind} ${kind} ${payment.name} ${index}`, `${payment.name} sides`, () =>
    record({
      named: q.w.text(named),
      first: writeSide(first, limitsOf(branch, named, q), q),
      second: writeSide(second, limitsOf(branch, other, q), q),
    }),
  );
}

function writeSide(sharing: Sharing, limits: readonly Limits[], q: QuickWriter): string {
  const literal = (value: bigint): string => q.arithmetic.literal(value);
  if (sharing.kind === "row") {
    return record({ parties: "null", weights: `[${literal(1n)}]`, whole: literal(1n), residual: "-1", most: "null" });
  }
  if (sharing.kind === "by") throw new NotQuick("parts that follow a value of each");
  const { division } = q.contract;
  if (division.rule === "running-remainder" && sharing.parts.length > 1) throw new NotQuick("a remainder from before");
  const weights = wholeWeights(sharing.parts.map(({ share }) => share));
  const most = limits.map((ofPeriod) => {
    const parts = sharing.parts.map(({ party }) => ofPeriod.get(party));
    return `[${parts.map((limit) => (limit === undefined ? "Infinity" : literal(limit))).join(", ")}]`;
  });
  const residual = division.rule === "residual" ? sharing.parts.findIndex(({ party }) => party === division.to) : -1;
  return record({
    parties: `[${sharing.parts.map(({ party }) => q.w.text(party)).join(", ")}]`,
    weights: `[${weights.map(literal).join(", ")}]`,
    whole: literal(weights.reduce((sum, weight) => sum + weight, 0n)),
    residual: `${residual}`,
    most: most.length === 0 ? "null" : `[${most.join(", ")}]`,
  });
}

/** The most of each party, in whole units. */
type Limits = ReadonlyMap<string, bigint>;

/**
 * What each party of a side is held to in each period, where the terms alone say it; empty where there is no limit.
 * Straight code only sees that no limit is reached: what happens beyond one is for the general functions.
 */
export function limitsOf(branch: Branch, side: PartyLimit["on"], q: QuickWriter): Limits[] {
  const limits = branch.limits.filter(({ on }) => on === side);
  if (limits.length === 0) return [];
  const sharing = side === "receives" ? branch.receivers : branch.payers;
  if (sharing.kind !== "parties") throw new NotQuick("a limit of a row, or of parts that follow a value");
  const penny = Rational.parse(q.contract.rounding.unit);
  const periods: Map<string, bigint>[] = [];
  for (const { limit, excess } of limits) {
    for (const { party } of sharing.parts.filter((part) => part.party !== excess)) {
      const values = q.fixedOf(limit, party);
      if (values === undefined) throw new NotQuick("a limit that data has a say in");
      values.forEach((value, index) => {
        periods[index] ??= new Map();
        if (value.is === "none") return;
        if (value.is !== "number") throw new NotQuick("a limit that is not known");
        const most = Rational.higher(Rational.zero, value.number);
        const units = roundTo(most, penny, "towards-zero").over(penny).top;
        const known = periods[index].get(party);
        if (known === undefined || units < known) periods[index].set(party, units);
      });
    }
  }
  return periods;
}
