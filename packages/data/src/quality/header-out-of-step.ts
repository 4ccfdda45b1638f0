import type { TextRead } from "../load/prepared.js";
import { FEWER_CELLS, MORE_CELLS } from "../load/prepared.js";
import { type DataProblem, problem } from "../problems.js";

/** A header that has one name too few or too many for all of its rows: under which name a cell belongs cannot be told. */
export function headerOutOfStep({ file, rejected }: TextRead): DataProblem[] {
  if (file.rows === 0) return [];
  return [MORE_CELLS, FEWER_CELLS]
    .filter((reason) => rejected.filter((row) => row.reason === reason).length === file.rows)
    .map((reason) =>
      problem("header-out-of-step", file.name, { more: reason === MORE_CELLS, names: file.columns.length }),
    );
}
