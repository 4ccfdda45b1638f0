import { describeUnit, truth } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { givenFigure } from "./figure.js";
import type { Lowering } from "./lowering.js";
import { typeOf } from "./match.js";
import type { Site, Typed } from "./typed.js";

/** `pays £200,000 once when hub-opened is known`: due in the one period that the date falls in. */
export function lowerOnce(amount: Typed, line: ast.PaysLine, site: Site, lowering: Lowering): Typed | undefined {
  const figure = line.event?.ref;
  if (!figure) return undefined;
  const date = ast.isFigure(figure) || ast.isGroupFigure(figure) ? givenFigure(figure, lowering) : undefined;
  if (date?.unit.kind !== "date") {
    const is = date ? describeUnit(date.unit) : `not a figure`;
    return lowering.report("wrong-unit", { what: figure.name, needs: "a figure that is a date", is }, line);
  }
  const axis = date.axes.find((candidate) => !site.axes.includes(candidate));
  if (axis) return lowering.report("of-which", { name: figure.name, axis }, line);
  const place = { ...typeOf(truth, date), grain: site.grain };
  const falls = lowering.add(site.owner, { kind: "falls", date: date.id }, line, place);
  const type = { ...typeOf(amount.unit, amount, falls), grain: site.grain };
  return lowering.add(site.owner, { kind: "only-when", when: falls.id, rest: amount.id }, line, type);
}
