import { evaluatorOf, periodsOf, Rational } from "@concordat/model";
import { METRICS, STANDARD } from "./by-hand.mjs";

/** Every metric for everybody that it has a value for, in every period: exact fractions as text, by name. */
export function numbersOf(contract, values) {
  const evaluator = evaluatorOf(contract, values);
  const numbers = {};
  for (const { name, node } of contract.metrics) {
    const { axes, grain } = contract.nodes[node];
    const [axis] = axes;
    for (const period of periodsOf(grain, evaluator.calendar)) {
      for (const key of axis === undefined ? [""] : keysOf(contract, axis)) {
        const { value } = evaluator.step(node, { period, of: key === "" ? {} : { [axis]: key } });
        if (value.is === "number") numbers[`${name} ${key} ${period.fullFrom}`] = value.number.toText();
      }
    }
  }
  return numbers;
}

const keysOf = ({ participants }, axis) => participants.find(({ name }) => name === axis).rows.map(({ key }) => key);

/** The same from the rows that the queries of METRICS give. */
export async function numbersByHand(query, from) {
  const sums = new Map();
  for (const [name, sql] of Object.entries(METRICS)) {
    for (const [whose, period, above, below] of await query(sql(from))) {
      const key = `${name} ${name === "standardised" ? "" : (whose ?? "")} ${period}`;
      const rate = Rational.parse(String(above)).over(Rational.parse(String(below)));
      sums.set(key, (sums.get(key) ?? Rational.zero).plus(rate));
    }
  }
  const weighted = (key, sum) => (key.startsWith("standardised") ? sum.over(Rational.of(STANDARD)) : sum);
  return Object.fromEntries([...sums].map(([key, sum]) => [key, weighted(key, sum).toText()]));
}
