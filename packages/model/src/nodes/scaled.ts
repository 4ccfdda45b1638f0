import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, type Lack, missing, number } from "../evaluate/value.js";
import { show } from "../units/show.js";

/**
 * `scaled 0% at baseline, 100% at target`: straight lines between the points, flat outside them. The points may be
 * written in either direction; they are read in ascending order of `at`.
 */
export const ScaledNode = NodeBase.extend({
  kind: z.literal("scaled"),
  x: z.string(),
  points: z.array(z.object({ value: z.string(), at: z.string() })).min(2),
  /** Beyond these there is no value: `not reported when below 5,000`. */
  ends: z.array(z.object({ side: z.enum(["below", "above"]), at: z.string() })).optional(),
});
export type ScaledNode = z.infer<typeof ScaledNode>;

export const scaled = {
  operands: (node: ScaledNode): string[] => [
    node.x,
    ...node.points.flatMap((point) => [point.value, point.at]),
    ...(node.ends ?? []).map((end) => end.at),
  ],
  /** Inputs: x, then for each point in the order written its value and its place, then where the scale ends. */
  evaluate(node: ScaledNode, place: Place, evaluation: Evaluation): Evaluated {
    const inputs = scaled.operands(node).map((operand) => evaluation.step(operand, place));
    const lack = anyMissing(inputs.map((step) => step.value));
    if (lack) return { value: lack, inputs };
    const x = asNumber(inputs[0]!.value);
    const beyond = node.ends?.find((end, index) => {
      const at = asNumber(inputs[1 + 2 * node.points.length + index]!.value);
      return end.side === "below" ? x.below(at) : x.above(at);
    });
    if (beyond) return { value: missing(outside(node, beyond, place, evaluation)), inputs };
    const points = node.points
      .map((_, index) => ({
        index,
        value: asNumber(inputs[1 + 2 * index]!.value),
        at: asNumber(inputs[2 + 2 * index]!.value),
      }))
      .sort((a, b) => a.at.compare(b.at));
    const first = points[0]!;
    const last = points.at(-1)!;
    if (x.compare(first.at) <= 0) return { value: number(first.value), inputs, reached: [first.index] };
    if (x.compare(last.at) >= 0) return { value: number(last.value), inputs, reached: [last.index] };
    const next = points.findIndex((point) => x.compare(point.at) <= 0);
    const [a, b] = [points[next - 1]!, points[next]!];
    const along = x.less(a.at).over(b.at.less(a.at));
    return { value: number(a.value.plus(b.value.less(a.value).times(along))), inputs, reached: [a.index, b.index] };
  },
};

/** "it is not reported when below 5,000 people, and this is 4,200 people". */
function outside(node: ScaledNode, end: { side: string; at: string }, place: Place, evaluation: Evaluation): Lack {
  const shown = (id: string): string => {
    const { node, value } = evaluation.step(id, place);
    return show(asNumber(value), node.unit);
  };
  const why = `it is not reported when ${end.side} ${shown(end.at)}, and this is ${shown(node.x)}`;
  return { input: node.name ?? "the value of a scale", why, source: node.source };
}
