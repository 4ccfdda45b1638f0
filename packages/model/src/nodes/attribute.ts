import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { missing, number, truthValue, type Value } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/** What the terms say of a participant, in its row: its track, its list size. With no field, the participant's key itself. */
export const AttributeNode = NodeBase.extend({
  kind: z.literal("attribute"),
  /** A participant set, or "party" for the party in hand (then there is no field). */
  of: z.string(),
  field: z.string().optional(),
});
export type AttributeNode = z.infer<typeof AttributeNode>;

export const attribute = {
  operands: (_node: AttributeNode): string[] => [],
  evaluate(node: AttributeNode, place: Place, { contract }: Evaluation): Evaluated {
    const key = place.of[node.of];
    if (key === undefined) throw new Error(`${node.of} is not bound where ${node.id} is evaluated`);
    if (node.field === undefined) return { value: { is: "name", name: key }, inputs: [] };
    const set = contract.participants.find((candidate) => candidate.name === node.of);
    const text = set?.rows.find((row) => row.key === key)?.values[node.field];
    return {
      value: read(node, key, text ?? null),
      inputs: [],
      ...(set?.file ? { origin: `${set.file}, row ${key}` } : {}),
    };
  },
};

function read(node: AttributeNode, key: string, text: string | null): Value {
  if (text === null)
    return missing({
      input: `${node.field} of ${key}`,
      why: `the row of ${key} has no ${node.field}`,
      source: node.source,
    });
  switch (node.unit.kind) {
    case "quantity":
      return number(Rational.parse(text));
    case "truth":
      return truthValue(text === "true");
    case "date":
      return { is: "date", date: text };
    default:
      return { is: "name", name: text };
  }
}
