import type { Figure } from "@concordat/model";
import { type LoadField, namesShown, shownOf } from "../load/order.js";
import type { TableFile } from "../load/prepared.js";
import { type DataProblem, problem } from "../problems.js";
import type { FiguresNeed } from "../sources/needs.js";
import type { Source } from "../sources/resolve.js";

/** The columns of a file of figures: the period, the participants, the figures. */
export interface FigureColumns {
  /** How a row says its period; "none" where every figure has one value for the whole contract. */
  readonly dated: "period" | "from-to" | "none";
  readonly axes: readonly string[];
  readonly figures: readonly Figure[];
  readonly fields: readonly LoadField[];
}

export const PERIOD = "its period";
export const FROM = "its first day";
export const TO = "its last day";
export const axisField = (axis: string): string => `of ${axis}`;
export const figureField = (figure: Figure): string => `figure ${figure.column}`;

/** Finds the columns by the names that the contract or `data.json` gives them, in every file of the source. */
export function figureColumns(
  { figures: asked }: FiguresNeed,
  source: Source,
  files: readonly TableFile[],
): { columns: FigureColumns; problems: DataProblem[] } | { problems: DataProblem[] } {
  const inAll = (header: string) => files.every((file) => file.columns.includes(header));
  const header = (name: string) => source.settings.columns?.[name] ?? name;
  const figures = asked.filter((figure) => isNumber(figure));
  const axes = [...new Set(figures.flatMap((figure) => figure.axes))];
  const timeless = figures.every((figure) => figure.timing === "once" || figure.each === "term");
  const dated = inAll(header("period"))
    ? "period"
    : inAll(header("from")) && inAll(header("to"))
      ? "from-to"
      : timeless
        ? "none"
        : undefined;
  const dateFields: LoadField[] =
    dated === "period"
      ? [{ name: PERIOD, header: header("period"), type: { type: "text" }, mayBeMissing: timeless, isLabel: true }]
      : dated === "from-to"
        ? [FROM, TO].map((name) => ({
            name,
            header: header(name === FROM ? "from" : "to"),
            type: { type: "date" },
            mayBeMissing: timeless,
          }))
        : [];
  const fields: LoadField[] = [
    ...dateFields,
    ...axes.map(
      (axis): LoadField => ({
        name: axisField(axis),
        header: header(axis),
        type: { type: "member", of: axis },
        mayBeMissing: !figures.every((figure) => figure.axes.includes(axis)),
      }),
    ),
    ...figures.map(
      (figure): LoadField => ({
        name: figureField(figure),
        header: loneHeader(figure, figures.length === 1, source, inAll),
        type: figure.type,
        mayBeMissing: true,
      }),
    ),
  ];
  const problems = files.flatMap((file) => [
    ...(dated === undefined ? [problem("period-column-missing", file.name, { has: namesShown(file, fields) })] : []),
    ...fields
      .filter((field) => !file.columns.includes(field.header))
      .map((field) => problem("column-missing", file.name, { column: field.header, ...shownOf(file, fields) })),
  ]);
  if (dated === undefined || problems.length > 0) return { problems };
  const notNumbers = asked.filter((figure) => !isNumber(figure));
  return {
    columns: { dated, axes, figures, fields },
    problems: notNumbers.map((figure) => problem("figure-not-number", source.shown, { name: figure.name })),
  };
}

/** A figure that has its file to itself may stand under "value". */
function loneHeader(figure: Figure, alone: boolean, source: Source, inAll: (header: string) => boolean): string {
  const named = source.settings.columns?.[figure.column];
  if (named !== undefined) return named;
  const candidates = alone ? [figure.column, figure.name, "value"] : [figure.column];
  return candidates.find(inAll) ?? figure.column;
}

const isNumber = ({ type }: Figure): boolean =>
  ["money", "percentage", "truth", "date", "whole", "number", "count"].includes(type.type);
