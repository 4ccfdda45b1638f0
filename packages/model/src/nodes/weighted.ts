import { z } from "zod";
import { NodeBase, RationalText, SourceRange } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, missing, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/**
 * `weighted 40% safety, 30% experience, 30% outcomes, at least 2 reported`: one score of several. A part that is not
 * reported and whose policy is `share-weight` gives its weight to the others, in proportion to theirs; with fewer parts
 * reported than the minimum the score is not reported.
 */
export const WeightedNode = NodeBase.extend({
  kind: z.literal("weighted"),
  parts: z
    .array(
      z.object({
        weight: RationalText,
        /** What the part is, as the contract names it. */
        on: z.string(),
        value: z.string(),
        sharesWeight: z.boolean(),
        source: SourceRange,
      }),
    )
    .min(1),
  /** The fewest parts that make a score. */
  minimum: z.number().int().min(1),
});
export type WeightedNode = z.infer<typeof WeightedNode>;

export const weighted = {
  operands: (node: WeightedNode): string[] => node.parts.map((part) => part.value),
  /** Inputs: each part's value. `reached` lists the parts that count. */
  evaluate(node: WeightedNode, place: Place, evaluation: Evaluation): Evaluated {
    const inputs = node.parts.map((part) => evaluation.step(part.value, place));
    const counted = inputs.flatMap((step, index) =>
      node.parts[index]!.sharesWeight && step.value.is === "missing" ? [] : [index],
    );
    const lack = anyMissing(counted.map((index) => inputs[index]!.value));
    if (lack) return { value: lack, inputs };
    if (counted.length < node.minimum) {
      const why = `${counted.length} of its ${node.parts.length} parts ${counted.length === 1 ? "is" : "are"} reported, and ${node.minimum} ${node.minimum === 1 ? "is" : "are"} needed`;
      const input = node.name ?? node.parts.map((part) => part.on).join(", ");
      return { value: missing({ input, why, source: node.source }), inputs };
    }
    const weight = (index: number): Rational => Rational.parse(node.parts[index]!.weight);
    const total = Rational.sum(counted.map((index) => weight(index).times(asNumber(inputs[index]!.value))));
    const shared = inputs.filter((_, index) => !counted.includes(index));
    return {
      value: number(shared.length === 0 ? total : total.over(Rational.sum(counted.map(weight)))),
      inputs,
      reached: counted,
      ...(shared.length > 0
        ? { remedied: shared.flatMap(({ value }) => (value.is === "missing" ? value.lacks : [])) }
        : {}),
    };
  },
};
