import { type IsoDate, periodAt, showDate } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { figureTerms } from "./figure.js";
import type { Lowering } from "./lowering.js";

/** `from 1 April 2024`: the day before the term from which a figure is reported, and other periods reach back to it. */
export function reportedFrom(figure: ast.Figure | ast.GroupFigure, lowering: Lowering): IsoDate | undefined {
  const line = figure.details.find(ast.isReportedFrom);
  if (!line?.date) return undefined;
  const { calendar } = lowering;
  const { each, timing } = figureTerms(figure);
  const parameters = { name: figure.name, date: showDate(line.date), term: showDate(calendar.from) };
  if (!each || timing === "once" || each === "term" || line.date >= calendar.from)
    return lowering.report("reported-from-inside", parameters, line);
  if (periodAt(each, line.date, { ...calendar, from: line.date }).fullFrom !== line.date)
    return lowering.report("reported-from-midway", { ...parameters, each }, line);
  return line.date;
}

/** The same where it is only read: what is wrong with it is told where the figure is declared. */
export function backOf(target: ast.Named): IsoDate | undefined {
  const figure = ast.isFigure(target) || ast.isGroupFigure(target) ? target : undefined;
  return figure?.details.find(ast.isReportedFrom)?.date;
}
