import { readFileSync } from "node:fs";
import { streamOf } from "../random.mjs";
import { byDay, covering, dayIn, quarters, rowsOf, someone, yesOrNo } from "./periods.mjs";

const file = new URL("../../../examples/gm-local-care/local-care-organisations.csv", import.meta.url);
const organisations = readFileSync(file, "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((row) => row.split(","));
/** The pooled budget for each person in the two years. */
const BUDGET = [1_450, 1_495];

/** Two years of ten localities: those paid by results have fewer delays. */
export function makeGmLocalCare() {
  const random = streamOf("gm-local-care");
  const levels = organisations.map(() => [random.between(9_380, 10_300), random.between(9_380, 10_300)]);
  const accounts = quarters(2).flatMap((quarter, at) =>
    organisations.map(([key, , terms, people, delays], index) => {
      const year = Math.trunc(at / 4);
      const results = terms === "by-results";
      const spent = levels[index][year] + random.between(-60, 60);
      const waited = random.between(results ? 6_900 - 500 * year : 8_600, 10_400 - (results ? 1_200 : 0));
      return [
        quarter,
        key,
        Math.trunc((Number(people) * BUDGET[year] * spent) / 40_000),
        Math.trunc((Number(delays) * waited) / 40_000),
      ];
    }),
  );
  const reviews = [0, 1].flatMap((year) =>
    organisations.flatMap(([key, , terms]) => {
      const home = (terms === "by-results" ? 8_250 : 7_900) + 150 * year;
      return rowsOf(34, () => [someone(random), dayIn(year, random), key, yesOrNo(random.chance(home))]);
    }),
  );
  return {
    files: {
      accounts: [["period", "lco", "pooled-spend", "delayed-days"], ...accounts],
      reablement: [["person", "reviewed", "lco", "at-home"], ...reviews.sort(byDay(1))],
    },
    records: ["reablement"],
    covers: covering(2),
  };
}
