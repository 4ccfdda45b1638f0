import { describeUnit } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import type { Lowering } from "./lowering.js";
import type { Site, Typed } from "./typed.js";

/** `max-share as at joined`: what was in force on that day, whatever the period in hand. */
export function lowerAsAt(reading: ast.AsAt, site: Site, lowering: Lowering): Typed | undefined {
  const day = lowerExpression(reading.date, { ...site, unit: undefined }, lowering);
  if (!day) return undefined;
  if (day.unit.kind !== "date") {
    const units = { needs: "a date", is: describeUnit(day.unit) };
    return lowering.report("wrong-unit", { what: "What stands after as at", ...units }, reading.date);
  }
  if (!changesOnDays(reading.value)) {
    return lowering.report("as-at-steady", { name: reading.value.$cstNode?.text ?? "This" }, reading);
  }
  return lowerExpression(
    reading.value,
    { ...site, asAt: { ...day, words: `as at ${reading.date.$cstNode?.text ?? ""}` } },
    lowering,
  );
}

function changesOnDays(value: ast.Expression): boolean {
  const thing = ast.isNameRef(value) || ast.isIts(value) ? value.target?.ref : undefined;
  if (ast.isTableColumn(thing)) {
    const table = thing.$container.$container as ast.Table;
    const index = table.header.columns.indexOf(thing);
    return table.year || table.rows.some(({ cells }) => (cells[index]?.changes.length ?? 0) > 0);
  }
  if (!ast.isDefine(thing) || !ast.isDatedValue(thing.value)) return false;
  const { each, changes } = thing.value;
  return !each && changes.some((change) => ast.isLaterValue(change) || (ast.isUplift(change) && !change.index));
}
