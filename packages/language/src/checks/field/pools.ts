import { type Payment, periodsOf, Rational, ratio, show, showMoney } from "@concordat/model";
import type { Field } from "./field.js";

/** All of a pool can be earned in some period. */
export function poolsCanBeFull(payment: Payment, { contract, bounding, report, at }: Field): void {
  const places = periodsOf(payment.each, bounding.calendar).map((period) => ({ period, of: {} }));
  for (const line of payment.branches.flatMap(({ lines }) => lines)) {
    const node = contract.nodes[line.node]!;
    if (node.kind !== "pool") continue;
    const highs = node.weights.map(({ achievement }) => {
      const all = places.map((place) => bounding.of(achievement, place).numbers);
      if (all.some((one) => !one || one.high === null)) return null;
      return all.map((one) => one!.high!).reduce(Rational.higher);
    });
    const short = highs.findIndex((high) => high?.below(Rational.one));
    if (short < 0 || highs.includes(null) || node.weights.some(({ sharesWeight }) => sharesWeight)) continue;
    const most = Rational.sum(node.weights.map(({ weight }, index) => Rational.parse(weight).times(highs[index]!)));
    const pool = bounding.of(node.pool, places[0]!).numbers;
    if (!pool?.high || !most.below(Rational.one)) continue;
    const { on, source } = node.weights[short]!;
    report(
      "pool-never-full",
      {
        payment: payment.name,
        most: show(most, ratio),
        pool: showMoney(pool.high, contract.currency),
        weight: `the weight on ${on} reaches ${show(highs[short]!, ratio)} at most`,
      },
      at(source),
    );
  }
}
