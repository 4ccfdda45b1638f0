import { Rational } from "../numbers/rational.js";
import type { Flow } from "./division.js";

export const total = (flows: readonly Flow[]): Rational => Rational.sum(flows.map(({ amount }) => amount));

/**
 * What is left to move between each two parties when one set of flows is due and another has moved already: in the order
 * in which the pairs stand, none of it zero. What a party has with itself has no way back, so it is left as the size.
 */
export function netted(due: readonly Flow[], moved: readonly Flow[]): Flow[] {
  const pairs = new Map<string, Flow>();
  const add = ({ from, to, amount }: Flow, sign: 1 | -1): void => {
    const there = JSON.stringify([from, to]);
    const back = JSON.stringify([to, from]);
    const [key, turned] = !pairs.has(there) && pairs.has(back) ? [back, true] : [there, false];
    const signed = sign > 0 === turned ? amount.negated() : amount;
    const known =
      pairs.get(key) ?? (turned ? { from: to, to: from, amount: Rational.zero } : { from, to, amount: Rational.zero });
    pairs.set(key, { ...known, amount: known.amount.plus(signed) });
  };
  for (const flow of due) add(flow, 1);
  for (const flow of moved) add(flow, -1);
  return [...pairs.values()]
    .filter(({ amount }) => !amount.isZero)
    .map(({ from, to, amount }) =>
      amount.isNegative ? { from: to, to: from, amount: amount.negated() } : { from, to, amount },
    );
}
