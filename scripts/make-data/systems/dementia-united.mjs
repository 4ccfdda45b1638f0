import { dayOf, isoOf } from "../calendar.mjs";
import { streamOf } from "../random.mjs";
import { byDay, covering, dayIn, rowsOf, someone, years, yesOrNo } from "./periods.mjs";

/** Fiscal benefit in pounds, how likely chance alone would show it, and how many in a hundred say that they were heard. */
const FINDINGS = [
  [2_143_000, 18.2, 58.4],
  [7_416_500, 3.1, 69.1],
  [12_058_300, 0.4, 77.3],
];
/** In a hundred: key workers within two weeks, early diagnoses, stays that end in a care home; the most nights of a stay. */
const PROGRESS = [
  [51, 47, 14, 27],
  [74, 52, 11, 25],
  [86, 57, 8, 22],
];

/** Three years: first the key workers, then early diagnosis, and last fewer and shorter stays in hospital. */
export function makeDementiaUnited() {
  const random = streamOf("dementia-united");
  const diagnosis = (year) => () => [
    someone(random),
    dayIn(year, random),
    random.chance(PROGRESS[year][1] * 100) ? "early" : random.pick(["middle", "middle", "late"]),
    random.chance(PROGRESS[year][0] * 100) ? 0 : random.pick([15, undefined]),
    yesOrNo(random.chance(2_000 + 1_500 * year)),
  ];
  /** A key worker within two weeks, later, or never: the day on which one is assigned. */
  const workers = streamOf("dementia-united key workers");
  const assigned = ([person, day, stage, least, digital]) => {
    const after = least === undefined ? undefined : least + workers.below(least === 0 ? 15 : 60);
    return [person, day, stage, after === undefined ? "" : isoOf(dayOf(day) + after), digital];
  };
  const stay = (year) => () => [
    someone(random),
    dayIn(year, random),
    random.chance(7_800) ? "emergency" : "planned",
    random.between(0, PROGRESS[year][3]),
    random.chance(PROGRESS[year][2] * 100) ? "care-home" : random.pick(["home", "home", "home", "elsewhere"]),
  ];
  const all = (count, row) => [0, 1, 2].flatMap((year) => rowsOf(count, row(year))).sort(byDay(1));
  return {
    files: {
      findings: [
        ["period", "fiscal-benefit", "chance-alone", "lived-experience"],
        ...years(3).map((year, at) => [year, ...FINDINGS[at]]),
      ],
      diagnoses: [["person", "diagnosed", "stage", "assigned", "digital"], ...all(210, diagnosis).map(assigned)],
      stays: [["person", "discharged", "method", "nights", "went"], ...all(190, stay)],
    },
    records: ["diagnoses", "stays"],
    covers: covering(3),
    // So that who was diagnosed in the last month is known to have a key worker, or not.
    knownTo: "2029-06-30",
  };
}
