import { z } from "zod";
import { NodeBase, RationalText, SourceRange } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, missing, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/**
 * `pool £1,200,000` with its `weight` lines: each earns its part of the pool by how far its metric was achieved.
 * A weight whose metric is not reported and whose policy is `share-weight` gives its weight to the others, in
 * proportion to theirs. A weight that is deferred to reconciliation earns nothing yet, and the payment is provisional.
 */
export const PoolNode = NodeBase.extend({
  kind: z.literal("pool"),
  pool: z.string(),
  weights: z.array(
    z.object({
      weight: RationalText,
      /** The metric or value that it is on. */
      on: z.string(),
      /** A ratio: how much of the weight is earned. */
      achievement: z.string(),
      sharesWeight: z.boolean(),
      label: z.string().optional(),
      source: SourceRange,
    }),
  ),
});
export type PoolNode = z.infer<typeof PoolNode>;

export const pool = {
  operands: (node: PoolNode): string[] => [node.pool, ...node.weights.map((weight) => weight.achievement)],
  /** Inputs: the pool, then each weight's achievement. `reached` lists the weights that count. */
  evaluate(node: PoolNode, place: Place, evaluation: Evaluation): Evaluated {
    const inputs = pool.operands(node).map((operand) => evaluation.step(operand, place));
    const lacksOf = (index: number) => {
      const { value } = inputs[index + 1]!;
      return value.is === "missing" ? value.lacks : undefined;
    };
    const shared = node.weights.flatMap((weight, index) => (weight.sharesWeight && lacksOf(index) ? [index] : []));
    const weighed = node.weights.map((_, index) => index).filter((index) => !shared.includes(index));
    const deferred = weighed.filter((index) => lacksOf(index)?.every((lack) => lack.waits === "defer"));
    const counted = weighed.filter((index) => !deferred.includes(index));
    const lack = anyMissing([inputs[0]!, ...counted.map((index) => inputs[index + 1]!)].map((step) => step.value));
    if (lack) return { value: lack, inputs };
    // Nothing to weigh: what is lacking is what each of them lacks.
    if (counted.length === 0)
      return { value: missing(...[...deferred, ...shared].flatMap((index) => lacksOf(index)!)), inputs };
    const all = Rational.sum(node.weights.map((weight) => Rational.parse(weight.weight)));
    const reported = Rational.sum(weighed.map((index) => Rational.parse(node.weights[index]!.weight)));
    const earned = Rational.sum(
      counted.map((index) => Rational.parse(node.weights[index]!.weight).times(asNumber(inputs[index + 1]!.value))),
    );
    const share = shared.length === 0 ? earned : earned.times(all).over(reported);
    return {
      value: number(asNumber(inputs[0]!.value).times(share)),
      inputs,
      reached: counted,
      ...(shared.length > 0 ? { remedied: shared.flatMap((index) => lacksOf(index)!) } : {}),
      ...(deferred.length > 0 ? { deferred: deferred.flatMap((index) => lacksOf(index)!) } : {}),
    };
  },
};
