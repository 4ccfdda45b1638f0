import { z } from "zod";
import { NodeBase, RationalText } from "../contract/common.js";
import type { Evaluated, Evaluation, Place, Step } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, number, type Value } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/**
 * `rates for each person in …`: what was paid on each line, added up. Rows are judged person by person in the data plane,
 * which gives how many are paid on a line and how much for them; a worked example may give how many alone, and then each
 * is worth the line's price, up to the line's limits: its share of all that are paid, and its amount in all.
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
        /** At most this share of its own number and those of the other lines, which are named by their place. */
        share: z.object({ most: RationalText, others: z.array(z.number().int().nonnegative()).min(1) }).optional(),
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
    const counts = node.lines.map((line) => evaluation.step(line.count, place));
    const lines = node.lines.map((line, index) => lineOf(line, index, counts, place, evaluation));
    const inputs = lines.flatMap(({ steps }) => steps);
    const lack = anyMissing(lines.map(({ value }) => value));
    if (lack) return { value: lack, inputs };
    const amounts = lines.map(({ value }) => asNumber(value));
    const reached = amounts.flatMap((amount, index) => (amount.isZero ? [] : [index]));
    return { value: number(Rational.sum(amounts)), inputs, reached };
  },
};

function lineOf(
  line: Line,
  index: number,
  counts: readonly Step[],
  place: Place,
  evaluation: Evaluation,
): { value: Value; steps: Step[] } {
  const count = counts[index]!;
  if (evaluation.input(line.input, place) !== undefined) {
    const paid = evaluation.step(line.paid, place);
    return { value: anyMissing([count.value]) ?? paid.value, steps: [count, paid] };
  }
  const needed = [count, ...(line.share?.others ?? []).map((other) => counts[other]!)].map(({ value }) => value);
  const lack = anyMissing(needed);
  if (lack) return { value: lack, steps: [count] };
  return { value: number(priced(line, fitting(line, needed.map(asNumber)))), steps: [count] };
}

/** How many of a line fit into its share, where the first number is its own and the rest are those of the other lines. */
export function fitting({ share }: Pick<Line, "share">, [own, ...others]: readonly Rational[]): Rational {
  return share ? Rational.lower(own!, mostBeside(Rational.parse(share.most), Rational.sum(others))) : own!;
}

/** Beside 30 others, 70 are at most 70% of all: so many, in whole numbers. */
function mostBeside(most: Rational, others: Rational): Rational {
  const { top, bottom } = others.times(most).over(Rational.one.less(most));
  return Rational.of(top / bottom);
}

/** So many at the line's price, within its limit in all. */
export function priced(line: Line, count: Rational): Rational {
  const amount = count.times(Rational.parse(line.price));
  return line.inAll === undefined ? amount : Rational.lower(amount, Rational.parse(line.inAll));
}
