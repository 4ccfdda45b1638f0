import type { AstNode } from "langium";
import * as ast from "../../generated/ast.js";
import { calendarIn, contractAround } from "../calendar.js";
import { daysIn, daysOf, lengthOf, periodNamed } from "../days-meant.js";
import { endOf, type Hint } from "./hint.js";

/** `in 2026/27`: its first and last day; `26 weeks`: how many days. */
export function dayHint(node: AstNode): Hint | undefined {
  if (ast.isInLine(node) || ast.isForLine(node)) {
    const period = periodNamed(node.period, calendarIn(contractAround(node)));
    const position = endOf(node, "period");
    return period && position && { label: daysOf(period), tooltip: `The period has ${lengthOf(period)}.`, position };
  }
  if (!ast.isDuration(node) || !/^weeks?$/.test(node.unit ?? "")) return undefined;
  const days = daysIn(node);
  const position = endOf(node);
  if (days === undefined || !position) return undefined;
  return {
    label: `= ${days} days`,
    tooltip: "Weeks have seven days; the stretch is complete on the day after them.",
    position,
  };
}
