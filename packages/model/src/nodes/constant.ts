import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated } from "../evaluate/evaluation.js";
import { number, truthValue, type Value } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/**
 * A value written in the contract. By the node's unit, `value` is an exact number ("12", "1/3"), "true" or "false", an ISO
 * date, or a name ("two-sided").
 */
export const ConstantNode = NodeBase.extend({ kind: z.literal("constant"), value: z.string() });
export type ConstantNode = z.infer<typeof ConstantNode>;

export const constant = {
  operands: (_node: ConstantNode): string[] => [],
  evaluate: (node: ConstantNode): Evaluated => ({ value: read(node), inputs: [] }),
};

function read({ unit, value }: ConstantNode): Value {
  switch (unit.kind) {
    case "quantity":
      return number(Rational.parse(value));
    case "truth":
      return truthValue(value === "true");
    case "date":
      return { is: "date", date: value };
    default:
      return { is: "name", name: value };
  }
}
