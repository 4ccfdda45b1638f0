import { checkFiles } from "@concordat/language";
import type { ContractModel } from "@concordat/model";

/** For each of what a metric may have one value: nothing, places small and large, parties, the values of a field. */
export const AXES = ["", "ward", "neighbourhood", "practice", "band"] as const;
export type Axis = (typeof AXES)[number];

/** Every way to measure, as the contract writes it. `@` stands for the end of the names that belong to the same axis. */
export const LINES: Record<string, string> = {
  rows: "count of visits where urgent",
  people: "count of people in visits",
  spent: "sum of cost in visits",
  mean: "mean of cost in visits",
  median: "median of cost in visits",
  ninety: "percentile 90 of cost in visits where not urgent",
  least: "minimum of cost in visits",
  most: "maximum of cost in visits",
  share: "share of visits where band is young counting those where urgent",
  other: "share of visits where band is old counting those where urgent",
  rate: "rate count of visits, per 1,000 listed@",
  "people-rate": "rate count of people in visits where urgent, per 100 listed@",
  followed: "share of visits that are followed within 10 days of day by visits of the same person where urgent",
  waited: "mean of days from day to seen in visits",
  "middle-wait": "median of days from day to seen in visits where urgent",
  days: "sum of days from day to seen in visits",
  "in-time": "share of visits that are seen within 1 week of day",
  gap: "how far share@ is below other@",
  part: "how far share@ is above other@, as a percentage of it",
};

const named = (name: string, axis: Axis): string => (axis === "" ? name : `${name}-${axis}`);

export { named as metricOf };

const metrics = AXES.flatMap((axis) =>
  Object.entries(LINES).map(([kind, line]) => {
    const each = axis === "" ? "" : ` for each ${axis}`;
    const own = line.replaceAll("@", axis === "" ? "" : `-${axis}`);
    return `metric ${named(kind, axis)}${each} { ${own}  measured each quarter  if not reported defer to reconciliation }`;
  }),
);
const lists = AXES.map((axis) =>
  axis === ""
    ? "figure listed : people, during each quarter, if not reported defer to reconciliation"
    : `figures list-of-${axis} for each ${axis}, each quarter { listed-${axis} people, if not reported defer to reconciliation }`,
);

const TEXT = `
contract measured "Measured" {
  currency  GBP
  term      from 1 April 2026 to 31 March 2027
  year      starts 1 April
  settled   each quarter
  rounding  nearest penny, halves away from zero
  division  by largest remainder
  commissioner board "The board"
  each provider practice "Practice" from "practices.csv" { track one of one, two }
  places ward from "wards.csv" { name text }
  places neighbourhood of ward { north "North" is w1, w2   south "South" is w3 }
  records visits "Visits" dated by day {
    person    pseudonym
    day       date
    seen      date, may be missing
    ward      a ward
    practice  a practice
    band      one of young, old
    cost      money, may be missing
    urgent    yes or no
  }
  ${lists.join("\n  ")}
  table standard-population "Standard" for each band { | band | size | | young | 70 | | old | 30 | }
  ${metrics.join("\n  ")}
  metric standardised { standardised rate count of visits where urgent, per 1,000 listed-band by band weighted by standard-population  measured each quarter  if not reported defer to reconciliation }
  payment two-sided each quarter { pays £1  only when gap is significant at 90% on a two-sided test  paid to board }
  payment one-sided each quarter { pays £1  only when gap is significant at 80% on a one-sided test  paid to board }
}`;

const FILES: Record<string, string> = {
  "practices.csv": "practice,track\np,one\nq,two\n",
  "wards.csv": "ward,name\nw1,One\nw2,Two\nw3,Three\n",
};

export const KEYS: Record<Exclude<Axis, "">, readonly string[]> = {
  ward: ["w1", "w2", "w3"],
  neighbourhood: ["north", "south"],
  practice: ["p", "q"],
  band: ["young", "old"],
};

export async function measured(): Promise<ContractModel> {
  const [checked] = await checkFiles([{ file: "measured.concordat", text: TEXT }], (path) => FILES[path]);
  const [contract] = checked!.contracts;
  if (!contract) throw new Error(checked!.findings.map(({ range, message }) => `${range.line} ${message}`).join("\n"));
  return contract;
}
