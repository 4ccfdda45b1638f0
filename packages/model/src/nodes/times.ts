import { z } from "zod";
import { NodeBase, RationalText } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/** A product. `scale` is what rates per N bring with them: 188 per 1,000 people times 5,000 people has scale 1/1000. */
export const TimesNode = NodeBase.extend({
  kind: z.literal("times"),
  left: z.string(),
  right: z.string(),
  scale: RationalText.optional(),
  /** Written `60% of the pool` or `£150 for each person of list-size` rather than `times`. Reading only. */
  written: z.enum(["of", "times", "for-each", "in-points"]),
});
export type TimesNode = z.infer<typeof TimesNode>;

export const times = {
  operands: (node: TimesNode): string[] => [node.left, node.right],
  evaluate(node: TimesNode, place: Place, evaluation: Evaluation): Evaluated {
    const inputs = [evaluation.step(node.left, place), evaluation.step(node.right, place)];
    const values = inputs.map((step) => step.value);
    const lack = anyMissing(values);
    if (lack) return { value: lack, inputs };
    if (values.some((value) => value.is === "none")) return { value: { is: "none" }, inputs };
    const product = asNumber(values[0]!).times(asNumber(values[1]!));
    return { value: number(node.scale ? product.times(Rational.parse(node.scale)) : product), inputs };
  },
};
