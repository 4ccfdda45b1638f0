import { type InputValue, isSmall } from "@concordat/model";
import type { SourceRead } from "./read-source.js";

/** A count in what a tally says of where it comes from: "visits.csv, 3 rows, 1 of them still open". */
const COUNT = /(?<![\d,.])(\d[\d,]*) (?:rows?|more|persons?|people|of)\b/g;

/** The tallies of a source, marked where a count of rows behind them is too small to be shown: a sum of three costs. */
export function markedFew(read: SourceRead, below: number | undefined): SourceRead {
  if (below === undefined) return read;
  const few = ({ origin = "" }: InputValue): boolean =>
    [...origin.matchAll(COUNT)].some(([, count]) => isSmall(Number(count!.replaceAll(",", "")), below));
  return { ...read, values: read.values.map((value) => (few(value) ? { ...value, few: true } : value)) };
}
