import { type Calendar, type ContractModel, type Figure, type InputValue, periodsOf } from "@concordat/model";
import type { FigureColumns } from "../figures/columns.js";
import { type DataProblem, problem } from "../problems.js";
import { keysOf } from "../sources/needs.js";

/** More periods than these are not named one by one. */
const MOST = 12;

/**
 * Periods for which a figure has no value, for nobody or for some of its participants, from the first that it is reported
 * for to the latest of its file. What was never reported before may be newer than the term.
 */
export function missingFigures(
  values: readonly InputValue[],
  { figures }: FigureColumns,
  { contract, calendar, shown }: { contract: ContractModel; calendar: Calendar; shown: string },
): DataProblem[] {
  const inTime = figures.filter(({ timing, each }) => timing !== "once" && each !== "term");
  const names = new Set(inTime.map(({ name }) => name));
  const latest = values.filter(({ name }) => names.has(name)).reduce((last, { to }) => (to > last ? to : last), "");
  const reported = new Set(values.map(({ name, from, of }) => JSON.stringify([name, from, ...Object.values(of)])));
  const missing = (figure: Figure, from: string): string[] | undefined => {
    const [axis, ...more] = figure.axes;
    if (axis === undefined) return reported.has(JSON.stringify([figure.name, from])) ? undefined : [];
    if (more.length > 0) return undefined;
    const keys = keysOf(contract, axis).filter((key) => !reported.has(JSON.stringify([figure.name, from, key])));
    return keys.length === 0 ? undefined : keys;
  };
  const first = ({ name: figure }: Figure): string =>
    values.filter(({ name }) => name === figure).reduce((day, { from }) => (day === "" || from < day ? from : day), "");
  const found = inTime.flatMap((figure) => {
    const from = first(figure);
    return periodsOf(figure.each, calendar)
      .filter(({ fullFrom, fullTo }) => from !== "" && fullFrom >= from && fullTo <= latest)
      .flatMap(({ label, fullFrom }) => {
        const of = missing(figure, fullFrom);
        return of === undefined ? [] : [problem("figures-missing", shown, { figure: figure.name, period: label, of })];
      });
  });
  return found.slice(0, MOST);
}
