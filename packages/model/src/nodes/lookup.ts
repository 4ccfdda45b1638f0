import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, missing, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/** One cell of a table, by the key that another node gives: `max-share` of this organisation's track. */
export const LookupNode = NodeBase.extend({
  kind: z.literal("lookup"),
  table: z.string(),
  column: z.string(),
  key: z.string(),
});
export type LookupNode = z.infer<typeof LookupNode>;

export const lookup = {
  operands: (node: LookupNode): string[] => [node.key],
  evaluate(node: LookupNode, place: Place, evaluation: Evaluation): Evaluated {
    const key = evaluation.step(node.key, place);
    const inputs = [key];
    if (key.value.is !== "name") return { value: anyMissing([key.value]) ?? { is: "none" }, inputs };
    const name = key.value.name;
    const table = evaluation.contract.tables.find((candidate) => candidate.name === node.table)!;
    const index = table.rows.findIndex((row) => row.key === name);
    if (index < 0) {
      return {
        value: missing({
          input: node.column,
          why: `the table ${node.table} has no row for ${name}`,
          source: node.source,
        }),
        inputs,
      };
    }
    const cell = table.rows[index]!.cells[node.column];
    return { value: cell == null ? { is: "none" } : number(Rational.parse(cell)), inputs, reached: [index] };
  },
};
