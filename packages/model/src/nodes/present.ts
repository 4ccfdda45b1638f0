import { z } from "zod";
import { MissingPolicy, NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place, Step } from "../evaluate/evaluation.js";
import { periodBefore } from "../evaluate/taking-part.js";
import { type Lack, missing } from "../evaluate/value.js";

/**
 * What a value is when it is not reported (rule 11). It stands around a figure or a metric, or around the achievement or
 * the test made of one, because "treat as met" has a meaning only there: `instead` is what met or missed is worth.
 */
export const PresentNode = NodeBase.extend({
  kind: z.literal("present"),
  of: z.string(),
  policy: MissingPolicy,
  /** The node that takes the place of a missing value for `met`, `missed` and `baseline`. */
  instead: z.string().optional(),
});
export type PresentNode = z.infer<typeof PresentNode>;

export const present = {
  operands: (node: PresentNode): string[] => [
    node.of,
    ...[node.instead, node.policy.first].filter((id) => id !== undefined),
  ],
  /** Inputs: the value, then what stood in for it. */
  evaluate(node: PresentNode, place: Place, evaluation: Evaluation): Evaluated {
    const input = evaluation.step(node.of, place);
    if (input.value.is !== "missing") return { value: input.value, inputs: [input] };
    const { lacks } = input.value;
    const { kind, by } = node.policy;
    switch (kind) {
      case "met":
      case "missed":
      case "baseline": {
        const instead = evaluation.step(node.instead!, place);
        return { value: instead.value, inputs: [input, instead], remedied: lacks };
      }
      case "hold": {
        const held = lastKnown(node, place, evaluation);
        return { value: held.value, inputs: [input, held], remedied: lacks };
      }
      case "share-weight":
        return { value: input.value, inputs: [input] };
      case "defer":
      case "decide": {
        const waiting: Lack[] = lacks.map((lack) => ({ ...lack, waits: lack.waits ?? kind, ...(by ? { by } : {}) }));
        return { value: missing(...waiting), inputs: [input] };
      }
    }
  },
};

/** The latest earlier period in which the value was reported; before the term, what the contract says "at first". */
function lastKnown(node: PresentNode, place: Place, evaluation: Evaluation): Step {
  for (let period = periodBefore(place, evaluation); period; period = periodBefore({ ...place, period }, evaluation)) {
    const step = evaluation.step(node.of, { ...place, period });
    if (step.value.is !== "missing") return step;
  }
  return evaluation.step(node.policy.first!, place);
}
