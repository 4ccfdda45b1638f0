import { dayOf, isoOf } from "../calendar.mjs";
import { streamOf } from "../random.mjs";
import { byDay, covering, dayIn, rowsOf, someone } from "./periods.mjs";

/** Three years of families, and what was confirmed of them: some of it too late, some of it twice. */
export function makeFamilies() {
  const random = streamOf("families");
  const families = [60, 80, 70].flatMap((count, year) =>
    rowsOf(count, () => [someone(random), dayIn(year, random), random.between(1, 6)]),
  );
  const after = (day, days) => isoOf(dayOf(day) + days);
  const successes = families.flatMap(([family, attached]) => {
    if (!random.chance(5_500)) return [];
    const confirmed = after(attached, random.between(60, 420));
    return random.chance(800)
      ? [
          [family, confirmed],
          [family, after(confirmed, 40)],
        ]
      : [[family, confirmed]];
  });
  const known = successes.filter(([, day]) => day <= covering(4).to);
  return {
    files: {
      families: [["family", "attached", "problems"], ...families.sort(byDay(1))],
      successes: [["family", "confirmed"], ...known.sort(byDay(1))],
    },
    records: ["families", "successes"],
    covers: covering(4),
  };
}
