import { z } from "zod";
import { NodeBase, RationalText } from "../contract/common.js";
import type { Evaluated, Evaluation, Place, Step } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, number, type Value } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/**
 * `rates for each person in …`: what was paid on each line, added up. Rows are judged person by person in the data plane,
 * which gives how many are paid on a line and how much for them; a worked example may give how many alone, and then each
 * is worth the line's price, up to the line's limit in all.
 */
export const RateCardNode = NodeBase.extend({
  kind: z.literal("rate-card"),
  lines: z
    .array(
      z.object({
        name: z.string(),
        /** What one is: "first started-work". */
        what: z.string(),
        price: RationalText,
        /** Nodes of the two tallies, and the name of the second. */
        count: z.string(),
        paid: z.string(),
        input: z.string(),
        inAll: RationalText.optional(),
      }),
    )
    .min(1),
});
export type RateCardNode = z.infer<typeof RateCardNode>;
type Line = RateCardNode["lines"][number];

export const rateCard = {
  operands: (node: RateCardNode): string[] => node.lines.flatMap(({ count, paid }) => [count, paid]),
  /** Inputs: for each line how many are paid, then how much where the data gives it. `reached`: lines that pay something. */
  evaluate(node: RateCardNode, place: Place, evaluation: Evaluation): Evaluated {
    const lines = node.lines.map((line) => lineOf(line, place, evaluation));
    const inputs = lines.flatMap(({ steps }) => steps);
    const lack = anyMissing(lines.map(({ value }) => value));
    if (lack) return { value: lack, inputs };
    const amounts = lines.map(({ value }) => asNumber(value));
    const reached = amounts.flatMap((amount, index) => (amount.isZero ? [] : [index]));
    return { value: number(Rational.sum(amounts)), inputs, reached };
  },
};

function lineOf(line: Line, place: Place, evaluation: Evaluation): { value: Value; steps: Step[] } {
  const count = evaluation.step(line.count, place);
  if (evaluation.input(line.input, place) !== undefined) {
    const paid = evaluation.step(line.paid, place);
    return { value: anyMissing([count.value]) ?? paid.value, steps: [count, paid] };
  }
  if (count.value.is !== "number") return { value: count.value, steps: [count] };
  return { value: number(priced(line, asNumber(count.value))), steps: [count] };
}

/** So many at the line's price, within its limit in all. */
export function priced(line: Line, count: Rational): Rational {
  const amount = count.times(Rational.parse(line.price));
  return line.inAll === undefined ? amount : Rational.lower(amount, Rational.parse(line.inAll));
}
