import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/** A sum of values of one unit. The lines of a payment that stand side by side add up in one of these (rule 6). */
export const PlusNode = NodeBase.extend({ kind: z.literal("plus"), terms: z.array(z.string()).min(1) });
export type PlusNode = z.infer<typeof PlusNode>;

export const plus = {
  operands: (node: PlusNode): string[] => node.terms,
  evaluate(node: PlusNode, place: Place, evaluation: Evaluation): Evaluated {
    const inputs = node.terms.map((term) => evaluation.step(term, place));
    const values = inputs.map((step) => step.value);
    return { value: anyMissing(values) ?? number(Rational.sum(values.map(asNumber))), inputs };
  },
};
