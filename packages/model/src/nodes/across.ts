import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { ParticipantSet } from "../contract/parties.js";
import { memberAt, pathTo } from "../contract/places.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { partFor } from "../evaluate/taking-part.js";
import { anyMissing, asNumber, asTruth, missing, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/** `total list-size across practice`: every row of a participant set that takes part, combined (rule 19). */
export const AcrossNode = NodeBase.extend({
  kind: z.literal("across"),
  /** Absent for `count`. */
  of: z.string().optional(),
  axis: z.string(),
  how: z.enum(["total", "average", "highest", "lowest", "count"]),
  where: z.string().optional(),
  /** Only the rows that belong to the member in hand of this axis: `across ward`, inside `for each neighbourhood`. */
  within: z.string().optional(),
});
export type AcrossNode = z.infer<typeof AcrossNode>;

export const across = {
  operands: (node: AcrossNode): string[] => [node.of, node.where].filter((id) => id !== undefined),
  /** Inputs: the value of each row that counts. */
  evaluate(node: AcrossNode, place: Place, evaluation: Evaluation): Evaluated {
    const keys = keysWithin(node, place, evaluation.contract.participants);
    const set = evaluation.contract.participants.find(({ name }) => name === node.axis);
    const places = keys.flatMap((key) => {
      const period = partFor(set, key, place.period);
      return period ? [{ period, of: { ...place.of, [node.axis]: key } }] : [];
    });
    const tests = node.where ? places.map((at) => evaluation.step(node.where!, at)) : [];
    const undecided = anyMissing(tests.map((step) => step.value));
    if (undecided) return { value: undecided, inputs: tests };
    const counted = node.where ? places.filter((_, index) => asTruth(tests[index]!.value)) : places;
    if (node.how === "count") return { value: number(Rational.of(counted.length)), inputs: [] };
    const inputs = counted.map((at) => evaluation.step(node.of!, at));
    const lack = anyMissing(inputs.map((step) => step.value));
    if (lack) return { value: lack, inputs };
    const values = inputs.map((step) => asNumber(step.value));
    if (values.length === 0 && node.how !== "total") {
      return {
        value: missing({ input: node.name ?? node.axis, why: `no ${node.axis} is counted`, source: node.source }),
        inputs,
      };
    }
    return { value: number(combine(node.how, values)), inputs };
  },
};

export function keysWithin({ axis, within }: AcrossNode, place: Place, sets: readonly ParticipantSet[]): string[] {
  const keys = sets.find((set) => set.name === axis)!.rows.map((row) => row.key);
  if (within === undefined) return keys;
  const path = pathTo(sets, axis, within)!;
  return keys.filter((key) => memberAt(sets, axis, key, path) === place.of[within]);
}

function combine(how: "total" | "average" | "highest" | "lowest", values: readonly Rational[]): Rational {
  switch (how) {
    case "total":
      return Rational.sum(values);
    case "average":
      return Rational.sum(values).over(Rational.of(values.length));
    case "highest":
      return values.reduce(Rational.higher);
    case "lowest":
      return values.reduce(Rational.lower);
  }
}
