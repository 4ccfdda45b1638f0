import { readFileSync } from "node:fs";
import { streamOf } from "../random.mjs";
import { byDay, covering, dayIn, rowsOf, someone, yesOrNo } from "./periods.mjs";

const practices = readFileSync(new URL("../../../examples/end-of-life/practices.csv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((row) => row.split(","))
  .map(([key, , size, , joined, left]) => ({ key, size, joined, left }));

/** Two years: one person in eight is entered again by another practice, and more have a plan in the second year. */
export function makeEndOfLife() {
  const random = streamOf("end-of-life");
  const entriesIn = (year) =>
    practices.flatMap(({ key, size, joined, left }) =>
      rowsOf((size === "large" ? 80 : 45) + random.between(-9, 9), () => dayIn(year, random))
        .filter((day) => day >= joined && (left === "" || day <= left))
        .map((day) => [someone(random), day, key, yesOrNo(random.chance(6_600 + 1_500 * year))]),
    );
  const first = [0, 1].flatMap(entriesIn);
  const again = first
    .filter(([, day]) => day < "2028-03-01" && random.chance(1_250))
    .map(([person, day, surgery, planned]) => [person, laterThan(day), other(surgery), planned]);
  const places = ["home", "home", "home", "care-home", "care-home", "hospice", "hospital", "hospital", "hospital"];
  const deathsIn = (year) => rowsOf(140, () => [someone(random), dayIn(year, random), placeIn(year)]);
  const placeIn = (year) => (year === 1 && random.chance(1_000) ? "home" : random.pick(places));
  const staysIn = (year) =>
    rowsOf(430 - 120 * year, () => [someone(random), dayIn(year, random), random.between(0, 21)]);
  const columns = ["person", "entered", "surgery", "planned"];
  return {
    files: {
      entries: [columns, ...[...first, ...again].sort(byDay(1))],
      deaths: [["person", "died", "place"], ...[0, 1].flatMap(deathsIn).sort(byDay(1))],
      stays: [["person", "discharged", "days"], ...[0, 1].flatMap(staysIn).sort(byDay(1))],
    },
    records: ["entries", "deaths", "stays"],
    covers: covering(2),
  };
}

/** The 28th of the same month, or the same day where that is past. */
const laterThan = (day) => (`${day.slice(0, 8)}28` > day ? `${day.slice(0, 8)}28` : day);
/** Another practice that takes part in all three years. */
const other = (surgery) => (surgery === "abbey" ? "brook" : "abbey");
