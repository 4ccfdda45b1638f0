import { z } from "zod";
import { NodeBase, RationalText, SourceRange } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/** `points 29 on …` and `priced at £207.56 a point`: points earned, times what a point is worth. */
export const PointsNode = NodeBase.extend({
  kind: z.literal("points"),
  lines: z
    .array(
      z.object({
        points: RationalText,
        on: z.string(),
        achievement: z.string(),
        label: z.string().optional(),
        source: SourceRange,
      }),
    )
    .min(1),
  /** Money for a point. */
  price: z.string(),
});
export type PointsNode = z.infer<typeof PointsNode>;

export const points = {
  operands: (node: PointsNode): string[] => [node.price, ...node.lines.map((line) => line.achievement)],
  /** Inputs: the price of a point, then each line's achievement. */
  evaluate(node: PointsNode, place: Place, evaluation: Evaluation): Evaluated {
    const inputs = points.operands(node).map((operand) => evaluation.step(operand, place));
    const lack = anyMissing(inputs.map((step) => step.value));
    if (lack) return { value: lack, inputs };
    const earned = node.lines.map((line, index) =>
      Rational.parse(line.points).times(asNumber(inputs[index + 1]!.value)),
    );
    return { value: number(asNumber(inputs[0]!.value).times(Rational.sum(earned))), inputs };
  },
};
