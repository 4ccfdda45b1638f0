import type { Step } from "../evaluate/evaluation.js";
import { Rational } from "../numbers/rational.js";
import { isCurrency, type Unit } from "../units/unit.js";

/**
 * Whether a step is a count from 1 to one less than `below`, or rests on one, at whatever depth; or is a share whose rest is
 * such a count: of 98 out of 100 it is told that 2 were not. No limit: no step is.
 */
export function restsOnSmall(below: number | undefined): (step: Step) => boolean {
  if (below === undefined) return () => false;
  const known = new Map<Step, boolean>();
  const limit = Rational.of(BigInt(below));
  const small = (value: Rational): boolean => value.above(Rational.zero) && value.below(limit);
  const rests = (step: Step): boolean => {
    const before = known.get(step);
    if (before !== undefined) return before;
    // A value that is worked out from itself in another period is not looked at twice.
    known.set(step, false);
    const found = step.few === true || own(step, small) || step.inputs.some(rests);
    known.set(step, found);
    return found;
  };
  return rests;
}

function own({ node, value, inputs }: Step, small: (value: Rational) => boolean): boolean {
  if (node.kind === "given" || node.kind === "metric")
    return value.is === "number" && isCount(node.unit) && small(value.number);
  if (node.kind !== "divided") return false;
  const [top, bottom] = inputs.map(({ node: of, value: found }) =>
    found.is === "number" && isCount(of.unit) ? found.number : undefined,
  );
  return top !== undefined && bottom !== undefined && small(bottom.less(top));
}

/** People, spells, calls: one kind of thing and no money, no rate. */
function isCount(unit: Unit): boolean {
  if (unit.kind !== "quantity" || unit.per !== undefined) return false;
  const dims = Object.entries(unit.dims);
  return dims.length === 1 && dims[0]![1] === 1 && !isCurrency(dims[0]![0]);
}
