import { streamOf } from "../random.mjs";
import { byDay, covering, dayIn, quarters, rowsOf, someone, years } from "./periods.mjs";

const BOOKS = [
  [46_300, 2_871_000],
  [128_750, 3_394_500],
];
const THEMES = ["nature", "sport", "culture", "welcome"];

/** Two years: a staff of some seventy is counted at the end of each quarter, and volunteers come for shifts. */
export function makeOurParklife() {
  const random = streamOf("our-parklife");
  const [people, volunteers] = [82, 205].map((count) => rowsOf(count, () => someone(random)));
  const background = people.map(() => [
    random.chance(7_100) ? "in-the-area" : "elsewhere",
    random.chance(6_200) ? "unemployed" : random.pick(["employed", "studying", "other"]),
    random.pick([16, 20, 30, 37]),
  ]);
  const staff = quarters(2).flatMap((_, at) => {
    const year = 2026 + Math.trunc(at / 4);
    const day = [`${year}-06-30`, `${year}-09-30`, `${year}-12-31`, `${year + 1}-03-31`][at % 4];
    return people.slice(at, at + 66 + at).map((person, index) => {
      const [lives, before, hours] = background[at + index];
      return [person, day, lives, before, hours];
    });
  });
  const shift = (year) => (at) => [
    volunteers[at < 150 + 55 * year ? at : random.below(150 + 55 * year)],
    dayIn(year, random),
    random.pick(THEMES),
    random.between(4, 9),
  ];
  const unlike = new Set([0, 1].flatMap((year) => rowsOf(640 + 240 * year, shift(year))).map((row) => row.join()));
  return {
    files: {
      staff: [["person", "counted-on", "lives", "before", "hours"], ...staff],
      shifts: [["person", "day", "theme", "hours"], ...[...unlike].map((row) => row.split(",")).sort(byDay(1))],
      books: [["period", "surplus", "social-value"], ...years(2).map((year, at) => [year, ...BOOKS[at]])],
    },
    records: ["staff", "shifts"],
    covers: covering(2),
  };
}
