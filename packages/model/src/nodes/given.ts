import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { missing, number, type Value } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/** A number that outcome data gives: a figure or a tally. `input` is its name there. */
export const GivenNode = NodeBase.extend({
  kind: z.literal("given"),
  input: z.string(),
  of: z.enum(["figure", "tally"]),
});
export type GivenNode = z.infer<typeof GivenNode>;

export const given = {
  operands: (_node: GivenNode): string[] => [],
  evaluate(node: GivenNode, place: Place, evaluation: Evaluation): Evaluated {
    const found = evaluation.input(node.input, place);
    const whose = Object.values(place.of).join(", ");
    const lack = {
      input: node.input,
      why: found?.why ?? `no value for ${place.period.label}${whose ? ` (${whose})` : ""}`,
      source: node.source,
    };
    const value: Value = found?.value == null ? missing(lack) : number(Rational.parse(found.value));
    return { value, inputs: [], ...(found?.origin ? { origin: found.origin } : {}) };
  },
};
