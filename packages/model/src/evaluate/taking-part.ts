import type { ContractModel } from "../contract/contract.js";
import type { ParticipantSet } from "../contract/parties.js";
import { earlier, later, nextDay } from "../time/date.js";
import { type Period, previousPeriod } from "../time/period.js";
import type { Evaluation, Place } from "./evaluation.js";

/** The days on which a participant takes part, half-open; undefined on a side that has no end. */
function daysOf(set: ParticipantSet, key: string): { readonly from: string | null; readonly to: string | null } {
  const values = set.rows.find((row) => row.key === key)?.values ?? {};
  const left = set.leaving === undefined ? null : values[set.leaving];
  return { from: (set.joining === undefined ? null : values[set.joining]) ?? null, to: left ? nextDay(left) : null };
}

/**
 * The part of a period in which a participant takes part: all of it, from the day on which it joins, up to the day on which
 * it leaves; undefined where it takes no part. What is for a whole period is then shared out by days (rule 5).
 */
export function partFor(set: ParticipantSet | undefined, key: string, period: Period): Period | undefined {
  if (set?.joining === undefined && set?.leaving === undefined) return period;
  const days = daysOf(set, key);
  const from = days.from === null ? period.from : later(days.from, period.from);
  const to = days.to === null ? period.to : earlier(days.to, period.to);
  return from < to ? { ...period, from, to } : undefined;
}

/** The same for every participant that a place is bound to. */
export function partOf({ participants }: ContractModel, { of, period }: Place): Period | undefined {
  let part: Period | undefined = period;
  for (const [axis, key] of Object.entries(of)) {
    const set = participants.find(({ name }) => name === axis);
    if (part && set) part = partFor(set, key, part);
  }
  return part;
}

/** The period before, or its part in which the participant in hand takes part; undefined before it joined, or the term. */
export function periodBefore(
  place: Place,
  { contract, calendar }: Pick<Evaluation, "contract" | "calendar">,
): Period | undefined {
  const before = previousPeriod(place.period, calendar);
  return before && partOf(contract, { ...place, period: before });
}

/** Of members who share, those that take part in a period: a party that is no participant always does. */
export const takesPart = ({ participants }: ContractModel, key: string, period: Period): boolean =>
  participants
    .filter((set) => (set.joining ?? set.leaving) !== undefined && set.rows.some((row) => row.key === key))
    .every((set) => partFor(set, key, period) !== undefined);
