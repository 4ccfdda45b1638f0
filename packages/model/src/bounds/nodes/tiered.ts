import type { Place } from "../../evaluate/evaluation.js";
import type { TieredNode } from "../../nodes/tiered.js";
import type { Bounding } from "../bounding.js";
import { anyOf, canBe, type Possible } from "../possible.js";
import { rowsOverCells } from "../tiers.js";

/** What the rows that can apply are worth. */
export const tiered = (node: TieredNode, place: Place, bounding: Bounding): Possible =>
  anyOf(
    rowsThatApply(node, place, bounding).flatMap((row) => {
      const value = row < 0 ? node.otherwise : node.rows[row]!.value;
      return value === undefined ? [] : [bounding.of(value, place)];
    }),
  );

/** Rows that apply to some outcome, by index; -1 is `otherwise`. */
export function rowsThatApply(node: TieredNode, place: Place, bounding: Bounding): number[] {
  const exact = rowsOverCells(node, place, bounding);
  if (exact) return exact;
  const found: number[] = [];
  for (const [index, { when }] of node.rows.entries()) {
    const test = bounding.of(when, place);
    if (canBe(true, test)) found.push(index);
    if (!canBe(false, test)) return found;
  }
  return [...found, -1];
}
