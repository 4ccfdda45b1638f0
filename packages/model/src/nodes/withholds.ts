import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, number } from "../evaluate/value.js";

/** `withholds 2% of it` with its `weight` lines: what is withheld less what they earn back, which is not paid. */
export const WithholdsNode = NodeBase.extend({
  kind: z.literal("withholds"),
  withheld: z.string(),
  /** A pool of what is withheld: how much of it the weights earn back. */
  back: z.string(),
});
export type WithholdsNode = z.infer<typeof WithholdsNode>;

export const withholds = {
  operands: (node: WithholdsNode): string[] => [node.withheld, node.back],
  evaluate(node: WithholdsNode, place: Place, evaluation: Evaluation): Evaluated {
    const inputs = withholds.operands(node).map((operand) => evaluation.step(operand, place));
    const values = inputs.map((step) => step.value);
    const lack = anyMissing(values);
    return { value: lack ?? number(asNumber(values[0]!).less(asNumber(values[1]!))), inputs };
  },
};
