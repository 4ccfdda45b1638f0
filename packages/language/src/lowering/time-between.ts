import type { TimeBetween } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { lowerDuration } from "./duration.js";
import type { Lowering } from "./lowering.js";
import { dateFieldOf } from "./person.js";
import type { TallyTerms } from "./tally.js";

/** What is added up or put in order: a field of the rows, or the days between two dates of each. */
export type Measured = Pick<TallyTerms, "field" | "between">;

export function whatOf(line: ast.SumLine | ast.Tally, lowering: Lowering): Measured | undefined {
  if (!line.between) return { field: line.field?.ref };
  const between = lowerDaysBetween(line.between, line.of, lowering);
  return between && { between };
}

/** `days from referred to seen`: whole days between two dates of a row. */
function lowerDaysBetween(between: ast.DaysBetween, of: ast.RecordSet, lowering: Lowering): TimeBetween | undefined {
  const records = of.records?.ref;
  if (!ast.isRecords(records)) return undefined;
  const [from, to] = [between.from?.ref, between.to?.ref].map((field) =>
    dateFieldOf(field, records, between, lowering),
  );
  if (!from || !to) return undefined;
  if (from !== to) return { from, to };
  return lowering.report("from-itself", { field: from }, between);
}

/** `that are seen within 18 weeks of referred`: rows whose second date came in time, or all that can be judged. */
export function lowerReachedWithin(
  reached: ast.ReachedWithin,
  of: ast.RecordSet,
  lowering: Lowering,
): ((must: boolean) => TimeBetween) | undefined {
  const records = of.records?.ref;
  if (!ast.isRecords(records)) return undefined;
  const time = lowerDuration(reached.within, lowering);
  const [from, to] = [reached.from?.ref, reached.to?.ref].map((field) =>
    dateFieldOf(field, records, reached, lowering),
  );
  if (!time || !from || !to) return undefined;
  if (from === to) return lowering.report("from-itself", { field: from }, reached);
  return (must) => ({ from, to, within: { time, must } });
}
