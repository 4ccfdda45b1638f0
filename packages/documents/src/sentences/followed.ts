import type { ContractModel, Duration, FollowUp } from "@concordat/model";
import { type Phrase, say, term, text } from "../document/phrase.js";
import { conditionPhrase } from "./condition.js";
import { anchor, plainName, titleOf } from "./names.js";

/** "30 days", "1 week". */
export const durationText = ({ count, unit }: Duration): string => `${count} ${unit}${count === 1 ? "" : "s"}`;

/** "are followed, within 30 days of discharged, by another row of Hospital spells of the same person …". */
export function followedPhrase(follow: FollowUp, of: string, contract: ContractModel): Phrase {
  const { from, within, datedBy, where } = follow;
  const records = contract.records.find(({ name }) => name === follow.records);
  const rows = term(titleOf(records ?? { name: follow.records }), records && anchor("records", records.name));
  const such = where && records ? say` in which ${conditionPhrase(where, records, contract.currency)}` : text("");
  const days = `${durationText(within)} of ${plainName(from)}`;
  const last =
    within.unit === "day" || within.unit === "week" ? "" : " (calendar months, to the same day of the month)";
  return say`are followed, within ${days}${last}, by ${follow.records === of ? "another" : "a"} row of ${rows} of the same person${such}; that row counts by its ${plainName(datedBy)}, from the day of ${plainName(from)} itself to the last day of the window`;
}

/** Rule 12: what cannot be seen yet is no failure. */
export const notYetKnown = ({ from, within }: FollowUp): Phrase =>
  text(
    `A row counts in (a) and (b) only once the data are known to the end of the ${durationText(within)} after its ${plainName(from)}; until then it is not yet known, and counts in neither.`,
  );
