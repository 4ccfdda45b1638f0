import type { Place } from "../evaluate/evaluation.js";
import { number } from "../evaluate/value.js";
import { holds as comparisonHolds } from "../nodes/test.js";
import type { TieredNode } from "../nodes/tiered.js";
import { Rational } from "../numbers/rational.js";
import type { Bounding } from "./bounding.js";
import { type Interval, single } from "./interval.js";

/**
 * Where every row compares the one thing tested with written numbers, each case can be tried: each number, what lies
 * between two, and what lies beyond, as far as the value can go. Undefined where rows test something else.
 */
export function rowsOverCells(node: TieredNode, place: Place, bounding: Bounding): number[] | undefined {
  if (node.x === undefined) return undefined;
  const x = bounding.of(node.x, place).numbers;
  const at = node.rows.flatMap(({ when }) => breaksOf(when, node.x!, place, bounding) ?? [undefined]);
  if (!x || at.includes(undefined)) return undefined;
  const found = new Set(
    cellsOf(
      x,
      at.filter((value) => value !== undefined),
    ).map((value) => rowAt(value, node, place, bounding)),
  );
  return [...found].sort((a, b) => a - b);
}

/** The numbers with which a condition compares `x`; undefined where it asks for anything else. */
export function breaksOf(id: string, x: string, place: Place, bounding: Bounding): Rational[] | undefined {
  const node = bounding.contract.nodes[id]!;
  if (node.kind === "logic") {
    const parts = node.operands.map((operand) => breaksOf(operand, x, place, bounding));
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
  }
  if (node.kind !== "test" || node.left !== x) return undefined;
  const right = bounding.of(node.right, place);
  const at = right.numbers && !right.none ? single(right.numbers) : undefined;
  return at && [at];
}

/** One value of every cell that the numbers cut the interval into. */
export function cellsOf(x: Interval, at: readonly Rational[]): Rational[] {
  const sorted = [...at].sort((a, b) => a.compare(b));
  const inside = sorted.filter(
    (value) => (x.low === null || value.above(x.low)) && (x.high === null || value.below(x.high)),
  );
  const low = x.low ?? (inside[0] ?? x.high ?? Rational.zero).less(Rational.one);
  const high = x.high ?? (inside.at(-1) ?? x.low ?? Rational.zero).plus(Rational.one);
  const ends = [low, ...inside, high];
  const half = Rational.of(1, 2);
  return ends.flatMap((value, index) => (index === 0 ? [value] : [ends[index - 1]!.plus(value).times(half), value]));
}

export interface TierStep {
  readonly at: Rational;
  /** The size of the change of value there. */
  readonly jump: Rational;
}

/** What tiers on one thing are worth from its least value to its greatest, at and between the numbers that they test. */
export function tierWalk(
  node: TieredNode,
  place: Place,
  bounding: Bounding,
): { readonly cell: Rational; readonly at: boolean; readonly value: Rational }[] | undefined {
  const { x } = node;
  if (x === undefined) return undefined;
  const range = bounding.of(x, place).numbers;
  const breaks = node.rows.flatMap(({ when }) => breaksOf(when, x, place, bounding) ?? [undefined]);
  if (!range || breaks.includes(undefined)) return undefined;
  const numbers = breaks.filter((value) => value !== undefined);
  const walk = cellsOf(range, numbers).map((cell) => ({
    cell,
    at: numbers.some((value) => value.equals(cell)),
    value: valueOfRow(rowAt(cell, node, place, bounding), node, place, bounding),
  }));
  return walk.every((step): step is typeof step & { value: Rational } => step.value !== undefined) ? walk : undefined;
}

/** Where the value of tiers on one thing changes, and by how much; undefined where that cannot be told. */
export function tierValues(node: TieredNode, place: Place, bounding: Bounding): TierStep[] | undefined {
  const walk = tierWalk(node, place, bounding);
  return walk?.slice(1).flatMap((step, index) => {
    const before = walk[index]!;
    const jump = step.value.less(before.value).size();
    // Of a cell and the number it ends at, the number is where the change is.
    return jump.isZero ? [] : [{ at: step.at ? step.cell : before.cell, jump }];
  });
}

function valueOfRow(row: number, node: TieredNode, place: Place, bounding: Bounding): Rational | undefined {
  const value = row < 0 ? node.otherwise : node.rows[row]!.value;
  const found = value === undefined ? undefined : bounding.of(value, place).numbers;
  return found && single(found);
}

function rowAt(value: Rational, node: TieredNode, place: Place, bounding: Bounding): number {
  return node.rows.findIndex(({ when }) => conditionAt(value, when, place, bounding));
}

export function conditionAt(value: Rational, id: string, place: Place, bounding: Bounding): boolean {
  const node = bounding.contract.nodes[id]!;
  if (node.kind === "logic") {
    const parts = node.operands.map((operand) => conditionAt(value, operand, place, bounding));
    return node.operator === "and" ? parts.every(Boolean) : node.operator === "or" ? parts.some(Boolean) : !parts[0];
  }
  if (node.kind !== "test") return false;
  return comparisonHolds(node.comparison, number(value), number(single(bounding.of(node.right, place).numbers!)!));
}
