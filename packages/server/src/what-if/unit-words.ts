import { currencyOf, describeUnit, isRatio, type Unit } from "@concordat/model";

/** What stands behind a box for a value: "%", "GBP", "spells per 1,000 people". */
export function unitWords(unit: Unit): string {
  if (unit.kind === "date") return "date";
  if (unit.kind === "truth") return "yes or no";
  if (isRatio(unit)) return unit.kind === "quantity" && unit.shown === "percent" ? "%" : "number";
  return currencyOf(unit) ?? describeUnit(unit);
}
