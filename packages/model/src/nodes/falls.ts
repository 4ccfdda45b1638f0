import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { truthValue } from "../evaluate/value.js";

/**
 * `pays £200,000 once when hub-opened is known`: true in the one period that the date falls in. A date that is not
 * reported has not come yet, which the contract says with "is known"; the test is then false and not missing.
 */
export const FallsNode = NodeBase.extend({ kind: z.literal("falls"), date: z.string() });
export type FallsNode = z.infer<typeof FallsNode>;

export const falls = {
  operands: (node: FallsNode): string[] => [node.date],
  evaluate(node: FallsNode, place: Place, evaluation: Evaluation): Evaluated {
    const inputs = [evaluation.step(node.date, place)];
    const { value } = inputs[0]!;
    const { from, to } = place.period;
    return { value: truthValue(value.is === "date" && value.date >= from && value.date < to), inputs };
  },
};
