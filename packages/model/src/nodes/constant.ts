import { z } from "zod";
import { NodeBase, RationalText } from "../contract/common.js";
import type { Evaluated } from "../evaluate/evaluation.js";
import { number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/** A value written in the contract. */
export const ConstantNode = NodeBase.extend({ kind: z.literal("constant"), value: RationalText });
export type ConstantNode = z.infer<typeof ConstantNode>;

export const constant = {
  operands: (_node: ConstantNode): string[] => [],
  evaluate: (node: ConstantNode): Evaluated => ({ value: number(Rational.parse(node.value)), inputs: [] }),
};
