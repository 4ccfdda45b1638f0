import { streamOf } from "../random.mjs";
import { byDay, covering, dayIn, rowsOf, someone, years, yesOrNo } from "./periods.mjs";

/** System plan and cost, elective plan and value in pounds, and what the board waives of a loss in percent. */
const YEARS = [
  [325_500_000, 327_900_000, 61_000_000, 62_314_870, 0],
  [334_600_000, 326_781_450, 62_500_000, 61_940_225, 0],
  [343_900_000, 351_206_380, 64_100_000, 65_008_910, 25],
];
/** Of a hundred reviews, how many find one plan for all care; and the most nights away from home. */
const PROGRESS = [
  [52, 17],
  [71, 11],
  [76, 11],
];

/** Three years: more people have one plan, services cost less than planned in the second year and more in the third. */
export function makeAllianceOverlay() {
  const random = streamOf("alliance-overlay");
  const review = (year) => () => {
    const [planned, nights] = PROGRESS[year];
    return [someone(random), dayIn(year, random), yesOrNo(random.chance(planned * 100)), random.between(0, nights)];
  };
  return {
    files: {
      plan: [
        ["period", "system-plan", "system-cost", "elective-plan", "elective-value", "relief"],
        ...years(3).map((year, at) => [year, ...YEARS[at]]),
      ],
      reviews: [
        ["person", "reviewed", "one-plan", "nights-away"],
        ...[0, 1, 2].flatMap((year) => rowsOf(180, review(year))).sort(byDay(1)),
      ],
    },
    records: ["reviews"],
    covers: covering(3),
  };
}
