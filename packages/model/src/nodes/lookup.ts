import { z } from "zod";
import { IsoDateText, NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, missing, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/** One cell of a table, by the key that another node gives: `max-share` of this organisation's track. */
export const LookupNode = NodeBase.extend({
  kind: z.literal("lookup"),
  table: z.string(),
  column: z.string(),
  key: z.string(),
  /** Columns that take the place of the first from a day on; ascending. */
  later: z.array(z.object({ from: IsoDateText, column: z.string() })).optional(),
  /** A date: the column of that day counts, not that of the period's first. */
  at: z.string().optional(),
});
export type LookupNode = z.infer<typeof LookupNode>;

/** The column that holds on a day. */
export const columnOn = (node: LookupNode, date: string): string =>
  node.later?.findLast(({ from }) => from <= date)?.column ?? node.column;

export const lookup = {
  operands: (node: LookupNode): string[] => (node.at === undefined ? [node.key] : [node.key, node.at]),
  evaluate(node: LookupNode, place: Place, evaluation: Evaluation): Evaluated {
    const key = evaluation.step(node.key, place);
    const day = node.at === undefined ? undefined : evaluation.step(node.at, place);
    const inputs = day ? [key, day] : [key];
    if (day && day.value.is !== "date") return { value: anyMissing([day.value]) ?? { is: "none" }, inputs };
    const column = columnOn(node, day?.value.is === "date" ? day.value.date : place.period.from);
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
    const cell = table.rows[index]!.cells[column];
    return { value: cell == null ? { is: "none" } : number(Rational.parse(cell)), inputs, reached: [index] };
  },
};
