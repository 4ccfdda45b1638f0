import type { Place } from "../../evaluate/evaluation.js";
import type { TestNode } from "../../nodes/test.js";
import type { Bounding } from "../bounding.js";
import type { Interval } from "../interval.js";
import { eitherTruth, type Possible } from "../possible.js";

/** Whether a comparison can come out true, and false, each side taken by itself. */
export function test(node: TestNode, place: Place, bounding: Bounding): Possible {
  if (node.left === node.right) return eitherTruth;
  const [left, right] = [bounding.of(node.left, place), bounding.of(node.right, place)];
  const truths = new Set<boolean>();
  if ((left.none && known(right)) || (right.none && known(left))) {
    truths.add(node.comparison === "is-not");
    if (left.none && right.none) truths.add(node.comparison === "is");
  }
  if (left.numbers && right.numbers)
    for (const truth of ofNumbers(node, left.numbers, right.numbers)) truths.add(truth);
  else if (left.names && right.names) for (const truth of ofNames(node, left.names, right.names)) truths.add(truth);
  else if (left.dates || right.dates || left.truths || right.truths) return eitherTruth;
  return truths.size === 0 ? {} : { truths: [...truths] };
}

const known = ({ numbers, none, names, dates, truths }: Possible): boolean =>
  none === true || numbers !== undefined || names !== undefined || dates !== undefined || truths !== undefined;

function ofNumbers({ comparison }: TestNode, left: Interval, right: Interval): boolean[] {
  const below = left.low === null || right.high === null || left.low.below(right.high);
  const above = left.high === null || right.low === null || left.high.above(right.low);
  const equal = meet(left, right);
  const outcomes = (holds: boolean, fails: boolean): boolean[] => [...(holds ? [true] : []), ...(fails ? [false] : [])];
  switch (comparison) {
    case "is":
      return outcomes(equal, below || above);
    case "is-not":
      return outcomes(below || above, equal);
    case "at-least":
      return outcomes(above || equal, below);
    case "at-most":
      return outcomes(below || equal, above);
    case "above":
      return outcomes(above, below || equal);
    case "below":
      return outcomes(below, above || equal);
  }
}

const meet = (a: Interval, b: Interval): boolean =>
  !(a.low && b.high && a.low.above(b.high)) && !(a.high && b.low && a.high.below(b.low));

function ofNames({ comparison }: TestNode, left: Names, right: Names): boolean[] {
  if (left === "any" || right === "any" || (comparison !== "is" && comparison !== "is-not")) return [true, false];
  const same = left.some((name) => right.includes(name));
  const other = left.length > 1 || right.length > 1 || !same;
  const [whenSame, whenOther] = comparison === "is" ? [true, false] : [false, true];
  return [...(same ? [whenSame] : []), ...(other ? [whenOther] : [])];
}
type Names = NonNullable<Possible["names"]>;
