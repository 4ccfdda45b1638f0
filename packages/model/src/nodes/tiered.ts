import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asTruth } from "../evaluate/value.js";

/**
 * `tiered 100% when below 12%, 50% when from 12% to below 13.5%, otherwise 0%`: the whole of one row's value. Rows never
 * overlap and always cover, which the check proves, so their order never matters. Row -1 is `otherwise`.
 */
export const TieredNode = NodeBase.extend({
  kind: z.literal("tiered"),
  /** What the rows test, where all of them test one thing. */
  x: z.string().optional(),
  rows: z.array(z.object({ when: z.string(), value: z.string() })).min(1),
  otherwise: z.string().optional(),
});
export type TieredNode = z.infer<typeof TieredNode>;

export const tiered = {
  operands: (node: TieredNode): string[] => [
    ...(node.x ? [node.x] : []),
    ...node.rows.flatMap((row) => [row.when, row.value]),
    ...(node.otherwise ? [node.otherwise] : []),
  ],
  /** Inputs: x where there is one, the tests in order, then the value that applies. */
  evaluate(node: TieredNode, place: Place, evaluation: Evaluation): Evaluated {
    const subject = node.x ? [evaluation.step(node.x, place)] : [];
    const tests = node.rows.map((row) => evaluation.step(row.when, place));
    const lack = anyMissing([...subject, ...tests].map((step) => step.value));
    if (lack) return { value: lack, inputs: [...subject, ...tests] };
    const index = tests.findIndex((test) => asTruth(test.value));
    const chosen = index < 0 ? node.otherwise : node.rows[index]!.value;
    if (chosen === undefined)
      throw new Error(`no row of ${node.id} applies, though the check proved that the rows cover`);
    const value = evaluation.step(chosen, place);
    return { value: value.value, inputs: [...subject, ...tests, value], reached: [index] };
  },
};
