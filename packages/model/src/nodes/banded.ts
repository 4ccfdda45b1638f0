import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/**
 * `banded 0% of the first 2% of target-cost, 50% of the next 8%, 0% of the rest`: marginal slices of x, each at its own
 * rate, added up. On counts the rate is money for each.
 */
export const BandedNode = NodeBase.extend({
  kind: z.literal("banded"),
  x: z.string(),
  slices: z
    .array(
      z.discriminatedUnion("part", [
        z.object({ part: z.enum(["first", "next"]), rate: z.string(), width: z.string() }),
        z.object({ part: z.literal("rest"), rate: z.string() }),
        z.object({ part: z.literal("below"), rate: z.string(), to: z.string() }),
        z.object({ part: z.literal("between"), rate: z.string(), from: z.string(), to: z.string() }),
        z.object({ part: z.literal("above"), rate: z.string(), from: z.string() }),
      ]),
    )
    .min(1),
  /** Rates per N: see `times`. */
  scale: z.string().optional(),
});
export type BandedNode = z.infer<typeof BandedNode>;
export type Slice = BandedNode["slices"][number];

const bounds = (slice: Slice): string[] => {
  switch (slice.part) {
    case "first":
    case "next":
      return [slice.width];
    case "rest":
      return [];
    case "below":
      return [slice.to];
    case "between":
      return [slice.from, slice.to];
    case "above":
      return [slice.from];
  }
};

export const banded = {
  operands: (node: BandedNode): string[] => [node.x, ...node.slices.flatMap((slice) => [slice.rate, ...bounds(slice)])],
  /** Inputs: x, then for each slice its rate and its bounds. */
  evaluate(node: BandedNode, place: Place, evaluation: Evaluation): Evaluated {
    const inputs = banded.operands(node).map((operand) => evaluation.step(operand, place));
    const lack = anyMissing(inputs.map((step) => step.value));
    if (lack) return { value: lack, inputs };
    const value = (id: string): Rational => asNumber(evaluation.step(id, place).value);
    const x = value(node.x);
    const reached: number[] = [];
    let total = Rational.zero;
    let passed = Rational.zero;
    node.slices.forEach((slice, index) => {
      const [from, to] = edges(slice, passed, value);
      if (to) passed = to;
      const part = Rational.higher(Rational.zero, (to ? Rational.lower(x, to) : x).less(from));
      if (!part.isZero) reached.push(index);
      total = total.plus(part.times(value(slice.rate)));
    });
    return { value: number(node.scale ? total.times(Rational.parse(node.scale)) : total), inputs, reached };
  },
};

/** Where a slice begins and ends; no end for the last. `passed` is where the slice before it ended. */
export function edges(
  slice: Slice,
  passed: Rational,
  value: (id: string) => Rational,
): [Rational, Rational | undefined] {
  switch (slice.part) {
    case "first":
    case "next":
      return [passed, passed.plus(value(slice.width))];
    case "rest":
      return [passed, undefined];
    case "below":
      return [Rational.zero, value(slice.to)];
    case "between":
      return [value(slice.from), value(slice.to)];
    case "above":
      return [value(slice.from), undefined];
  }
}
