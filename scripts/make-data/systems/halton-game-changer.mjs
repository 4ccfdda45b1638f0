import { readFileSync } from "node:fs";
import { dayOf, isoOf } from "../calendar.mjs";
import { streamOf } from "../random.mjs";
import { byDay, covering, halves, rowsOf, someone, yesOrNo } from "./periods.mjs";

const schools = readFileSync(new URL("../../../examples/halton-game-changer/schools.csv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((row) => row.split(",")[0]);
/** The first days of the focus periods, each of 24 weeks. */
const FOCUS = ["2026-04-13", "2026-10-05", "2027-04-12", "2027-10-04"].map(dayOf);

/** Two years, four focus periods: schools become more active, some faster than others. */
export function makeHaltonGameChanger() {
  const random = streamOf("halton-game-changer");
  const active = schools.map(() =>
    [0, 1, 2, 3, 4].map((period) => `${random.between(36 + 7 * period, 72 + 5 * period)}.${random.below(10)}`),
  );
  const focus = halves(2).flatMap((half, at) =>
    schools.map((school, index) => {
      const pupils = random.between(38, 96);
      return [half, school, pupils, active[index][at + 1], active[index][at]];
    }),
  );
  const checks = FOCUS.flatMap((from, at) =>
    schools.flatMap((school) =>
      rowsOf(14, () => [
        someone(random),
        isoOf(from + random.below(168)),
        school,
        random.between(120, 540),
        yesOrNo(random.chance(3_600 + 700 * at)),
      ]),
    ),
  );
  return {
    files: {
      focus: [["period", "school", "pupils", "eighty-minutes", "minutes-before"], ...focus],
      obesity: [
        ["period", "obesity"],
        ["2026/27", "35.7"],
        ["2027/28", "34.9"],
      ],
      checks: [["person", "checked", "school", "minutes", "fitter"], ...checks.sort(byDay(1))],
    },
    records: ["checks"],
    covers: covering(2),
  };
}
