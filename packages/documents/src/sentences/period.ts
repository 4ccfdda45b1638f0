import type { PeriodKind } from "@concordat/model";

/** "each year", "over the term". */
export const eachPeriod = (kind: PeriodKind): string => (kind === "term" ? "over the whole term" : `for each ${kind}`);
/** "the year", "the term". */
export const thePeriod = (kind: PeriodKind): string => `the ${kind}`;
/** "each year's", "the term's". */
export const periodsOwn = (kind: PeriodKind): string => (kind === "term" ? "the term's" : `each ${kind}'s`);
