import { describeUnit, sameUnit, type Unit } from "@concordat/model";
import type { AstNode } from "langium";
import type { Lowering } from "./lowering.js";
import type { InTime, Typed } from "./typed.js";

/** A bare number beside a counted thing is of that thing: `list-size less 500` takes away 500 people (rule 3). */
export function adopt(value: Typed, beside: Typed, lowering: Lowering): Typed {
  if (!value.bare || beside.unit.kind !== "quantity" || beside.unit.shown === "percent") return value;
  const node = lowering.nodes.get(value.id)!;
  const currency = lowering.header.currency;
  if (Object.keys(beside.unit.dims).length === 1 && beside.unit.dims[currency] === 1) return value;
  lowering.nodes.set(value.id, { ...node, unit: beside.unit });
  return { ...value, unit: beside.unit };
}

/** Both sides in one unit, or a finding at the operator that names both. */
export function matched(
  left: Typed,
  right: Typed,
  doing: string,
  at: AstNode,
  lowering: Lowering,
): [Typed, Typed] | undefined {
  if (bareForPercent(left, right, at, lowering) || bareForPercent(right, left, at, lowering)) return undefined;
  const sides: [Typed, Typed] = [adopt(left, right, lowering), adopt(right, left, lowering)];
  if (sameUnit(sides[0].unit, sides[1].unit)) return sides;
  const capital = describeUnit(left.unit);
  return lowering.report(
    "unit-mismatch",
    { left: capital.charAt(0).toUpperCase() + capital.slice(1), right: describeUnit(right.unit), doing },
    at,
  );
}

/** `12` where the other side is a percentage: 12 would be 1,200%. */
function bareForPercent(value: Typed, beside: Typed, at: AstNode, lowering: Lowering): boolean {
  if (!value.bare || !isPercentage(beside.unit)) return false;
  const node = lowering.nodes.get(value.id)!;
  if (node.kind === "constant") lowering.report("bare-for-percent", { number: node.value }, at);
  return true;
}

export const isPercentage = (unit: Unit): boolean =>
  unit.kind === "quantity" && unit.shown === "percent" && Object.keys(unit.dims).length === 0;

/** What two operands make together. */
export const grainOf = (...values: readonly Typed[]): Typed["grain"] =>
  values.find((value) => value.grain !== null)?.grain ?? null;
export const axesOf = (...values: readonly Typed[]): string[] => [...new Set(values.flatMap((value) => value.axes))];
export const timeOf = (...values: readonly Typed[]): InTime =>
  values.find((value) => value.time !== "timeless")?.time ?? "timeless";
export const typeOf = (unit: Typed["unit"], ...values: readonly Typed[]) => ({
  unit,
  grain: grainOf(...values),
  axes: axesOf(...values),
  time: timeOf(...values),
});
