import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { asTruth, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/** `credit £5,000 when readmission above 15%`: what is taken off where the condition holds, otherwise nothing. */
export const CreditNode = NodeBase.extend({ kind: z.literal("credit"), when: z.string(), amount: z.string() });
export type CreditNode = z.infer<typeof CreditNode>;

export const credit = {
  operands: (node: CreditNode): string[] => [node.when, node.amount],
  /** Inputs: the test, then the credit where it is due. `reached` is set where it is. */
  evaluate(node: CreditNode, place: Place, evaluation: Evaluation): Evaluated {
    const when = evaluation.step(node.when, place);
    if (when.value.is === "missing") return { value: when.value, inputs: [when] };
    if (!asTruth(when.value)) return { value: number(Rational.zero), inputs: [when] };
    const amount = evaluation.step(node.amount, place);
    return { value: amount.value, inputs: [when, amount], reached: [0] };
  },
};
