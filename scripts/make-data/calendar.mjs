/** Days are whole numbers since 1 January 1970: no clock, no time zone. */
export const dayOf = (iso) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
export const isoOf = (day) => ISO[day - FIRST] ?? new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The contract's years: 0 is 2026/27. Days before it count as its first year, days after the third as the third. */
export const YEARS = 3;
export const FROM = dayOf("2026-04-01");
/** The first day that the extract no longer covers. */
export const TO = dayOf("2029-04-01");
export const yearOf = (day) => (day < dayOf("2027-04-01") ? 0 : day < dayOf("2028-04-01") ? 1 : 2);

/** 0 is January. */
export const monthOf = (day) => Number(isoOf(day).slice(5, 7)) - 1;
/** 1 January 1970 was a Thursday; 5 and 6 are Saturday and Sunday. */
export const weekdayOf = (day) => (day + 3) % 7;
/** Completed years on `day` of somebody born on `birth`. */
export function ageOn(day, birth) {
  const [now, then] = [isoOf(day), isoOf(birth)];
  return Number(now.slice(0, 4)) - Number(then.slice(0, 4)) - (now.slice(5) < then.slice(5) ? 1 : 0);
}

const FIRST = dayOf("1925-01-01");
const ISO = Array.from({ length: dayOf("2030-01-01") - FIRST }, (_, index) =>
  new Date((FIRST + index) * 86_400_000).toISOString().slice(0, 10),
);
