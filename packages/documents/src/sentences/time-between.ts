import type { TimeBetween } from "@concordat/model";
import { type Phrase, text } from "../document/phrase.js";
import { durationText } from "./followed.js";
import { plainName } from "./names.js";

/** "the whole days from referred to seen". */
export const daysText = ({ from, to }: TimeBetween): string =>
  `the whole days from ${plainName(from)} to ${plainName(to)}`;

/** "reach seen within 18 weeks of referred". */
export const reachedPhrase = ({ from, to }: TimeBetween, time: NonNullable<TimeBetween["within"]>["time"]): Phrase =>
  text(
    `reach ${plainName(to)} within ${durationText(time)} of ${plainName(from)}, the last day of the ${durationText(time)} included`,
  );

/** Rule 12: which rows are left out, and which are not yet known. */
export function leftOutText(between: TimeBetween): string {
  const [from, to] = [plainName(between.from), plainName(between.to)];
  const left = `A row in which ${from} is blank, or ${to} lies before it, is left out.`;
  if (between.within)
    return `A row counts in (a) and (b) only once the data are known to the end of the ${durationText(between.within.time)} after its ${from}; until then it is not yet known, and counts in neither. ${left}`;
  return `A row in which ${to} has not come by the day to which the data are known is not yet known, and does not count. ${left}`;
}
