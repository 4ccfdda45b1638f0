import { dayOf, isoOf } from "../calendar.mjs";

/** Contract years from 2026/27 on, and their parts, as they are written in a table of figures. */
export const years = (count) => Array.from({ length: count }, (_, at) => `${2026 + at}/${27 + at}`);
export const quarters = (count) => years(count).flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year} Q${quarter}`));
export const halves = (count) => years(count).flatMap((year) => [`${year} H1`, `${year} H2`]);

/** What extracts of so many whole years hold. */
export const covering = (count) => ({ from: "2026-04-01", to: `${2026 + count}-03-31` });

/** A day of the contract year that is `year` years after 2026/27, drawn evenly. */
export function dayIn(year, random) {
  const from = dayOf(`${2026 + year}-04-01`);
  return isoOf(from + random.below(dayOf(`${2027 + year}-04-01`) - from));
}

/** Somebody who does not exist. */
export const someone = (random) => `P${random.below(0x100000000).toString(16).padStart(8, "0").toUpperCase()}`;
/** `times` rows made one after the other. */
export const rowsOf = (times, row) => Array.from({ length: times }, (_, at) => row(at));
export const yesOrNo = (yes) => (yes ? "yes" : "no");
export const byDay = (column) => (a, b) => (a[column] < b[column] ? -1 : a[column] > b[column] ? 1 : 0);
