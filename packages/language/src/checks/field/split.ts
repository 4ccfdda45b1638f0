import { byLargestRemainder, Rational, ratio, type Share, type Sharing, show, showMoney } from "@concordat/model";
import type { Field } from "./field.js";

/** Pennies after which shares repeat themselves: with more the shares are odd enough to leave alone. */
const MOST = 10_000n;

/**
 * Shares of which one falls by a penny as the total rises by one (the Alabama paradox). Shares are fractions of a whole
 * number of pennies, after which every division repeats itself, so trying each total up to there is trying all of them.
 */
export function splitsNeverFall({ contract, report, at }: Field): void {
  if (contract.division.rule !== "largest-remainder") return;
  const told = new Set<string>();
  for (const branch of contract.payments.flatMap(({ branches }) => branches)) {
    for (const sharing of [branch.receivers, branch.payers]) {
      const shares = partsOf(sharing);
      const key = JSON.stringify(shares);
      if (shares.length < 3 || told.has(key)) continue;
      told.add(key);
      const fall = firstFall(shares, Rational.parse(contract.rounding.unit));
      if (!fall) continue;
      const group = contract.groups.find(({ name }) => sharing.kind === "parties" && name === sharing.group);
      const parameters = {
        shares: shares.map(({ party, share }) => `${party} ${show(Rational.parse(share), ratio)}`).join(", "),
        party: fall.party,
        from: showMoney(fall.total, contract.currency),
        to: showMoney(fall.total.plus(Rational.parse(contract.rounding.unit)), contract.currency),
      };
      report("split-can-fall", parameters, at(group?.source ?? branch.source), group ? { property: "name" } : {});
    }
  }
}

const partsOf = (sharing: Sharing): readonly Share[] => (sharing.kind === "parties" ? sharing.parts : []);

function firstFall(shares: readonly Share[], unit: Rational): { party: string; total: Rational } | undefined {
  const weights = shares.map(({ share }) => Rational.parse(share));
  const whole = Rational.sum(weights);
  const repeats = weights.map((weight) => weight.over(whole).bottom).reduce(leastCommon, 1n);
  if (repeats > MOST) return undefined;
  let before = byLargestRemainder(Rational.zero, weights, unit);
  for (let pennies = 1n; pennies <= repeats; pennies++) {
    const now = byLargestRemainder(unit.times(Rational.of(pennies)), weights, unit);
    const fell = now.findIndex((part, index) => part.below(before[index]!));
    if (fell >= 0) return { party: shares[fell]!.party, total: unit.times(Rational.of(pennies - 1n)) };
    before = now;
  }
  return undefined;
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));
const leastCommon = (a: bigint, b: bigint): bigint => (a / divisor(a, b)) * b;
