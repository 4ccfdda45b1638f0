import { streamOf } from "../random.mjs";
import { byDay, covering, dayIn, rowsOf, someone, years } from "./periods.mjs";

/** Reconvictions found and expected, and how likely chance alone would show such a fall: 8.4%, 9.1% and 11.2% fewer. */
const FOUND = [
  [1_420, 1_550, 5.8],
  [1_391, 1_530, 4.1],
  [1_338, 1_507, 0.9],
];
/** Of the people of a year, how many in ten thousand take each step once they have taken the one before. */
const STEPS = [
  ["housed", 7_800],
  ["housed-six-months", 6_200],
  ["in-work-13-weeks", 4_600],
  ["in-work-26-weeks", 6_400],
];

/** Three years of 130 people: more of them stay housed and in work each year. */
export function makeOutcomesBond() {
  const random = streamOf("outcomes-bond");
  const achievements = [0, 1, 2].flatMap((year) =>
    rowsOf(130, () => someone(random)).flatMap((person) => {
      const taken = [];
      for (const [step, chance] of STEPS) {
        if (!random.chance(chance + 300 * year)) break;
        taken.push([person, dayIn(year, random), step]);
      }
      const days = taken.map(([, day]) => day).sort();
      return taken.map(([who, , step], at) => [who, days[at], step]);
    }),
  );
  return {
    files: {
      achievements: [["person", "verified", "step"], ...achievements.sort(byDay(1))],
      evaluation: [
        ["period", "reconvictions", "expected", "chance-alone"],
        ...years(3).map((year, at) => [year, ...FOUND[at]]),
      ],
    },
    records: ["achievements"],
    covers: covering(3),
  };
}
