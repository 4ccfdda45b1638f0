import type { Place } from "../../evaluate/evaluation.js";
import { type AcrossNode, keysWithin } from "../../nodes/across.js";
import { Rational } from "../../numbers/rational.js";
import type { Bounding } from "../bounding.js";
import { exactly, hull, hullOf, type Interval, nothing, sumOf, times } from "../interval.js";
import { canBe, impossible, numbers, type Possible } from "../possible.js";

interface Counted {
  readonly value: Interval | undefined;
  readonly surely: boolean;
}

/** Each row that may count; one that surely does is always in the total. */
export function across(node: AcrossNode, place: Place, bounding: Bounding): Possible {
  const sets = bounding.contract.participants;
  const bound = node.within === undefined || place.of[node.within] !== undefined;
  const keys = bound
    ? keysWithin(node, place, sets)
    : sets.find(({ name }) => name === node.axis)!.rows.map(({ key }) => key);
  const set = sets.find(({ name }) => name === node.axis);
  const mayLeave = (set?.joining ?? set?.leaving) !== undefined;
  const rows = keys.flatMap((key): Counted[] => {
    const at = { ...place, of: { ...place.of, [node.axis]: key } };
    const test = node.where === undefined ? { truths: [true] } : bounding.of(node.where, at);
    if (!canBe(true, test)) return [];
    const value = node.of === undefined ? exactly(Rational.one) : bounding.of(node.of, at).numbers;
    return [{ value, surely: bound && !mayLeave && !canBe(false, test) }];
  });
  const sum = combined(node.how === "count" ? "total" : node.how, rows);
  return sum ? numbers(sum) : impossible;
}

function combined(how: Exclude<AcrossNode["how"], "count">, rows: readonly Counted[]): Interval | undefined {
  // A row that is never known keeps the whole from being known, if it counts.
  if (rows.some(({ value, surely }) => surely && !value)) return undefined;
  const known = rows.flatMap(({ value, surely }) => (value ? [{ value, surely }] : []));
  const all = known.map(({ value }) => value);
  if (how === "total") return sumOf(known.map(({ value, surely }) => (surely ? value : hull(value, nothing))));
  const any = hullOf(all);
  if (!any || known.some(({ surely }) => !surely)) return any;
  if (how === "average") return times(sumOf(all), exactly(Rational.of(1, all.length)));
  const ends = (side: "low" | "high"): Rational | null => {
    const values = all.map((each) => each[side]);
    const numbered = values.filter((value) => value !== null);
    // The highest of several lies at least as high as any low end, and as low as all high ends allow.
    const decided = (how === "highest") === (side === "low");
    if (numbered.length === 0 || (!decided && numbered.length < values.length)) return null;
    return numbered.reduce(how === "highest" ? Rational.higher : Rational.lower);
  };
  return { low: ends("low"), high: ends("high") };
}
