import { streamOf } from "../random.mjs";
import { byDay, covering, dayIn, rowsOf, someone, yesOrNo } from "./periods.mjs";

const BANDS = { "from-65-to-74": [9_400, 8], "from-75-to-84": [6_100, 24], "from-85": [2_700, 71] };

/** Two years: fewer fall each year, ever more are assessed in time, and the service's people fall again less than others. */
export function makeFallsPrevention() {
  const random = streamOf("falls-prevention");
  const admissionsIn = (year) =>
    Object.entries(BANDS).flatMap(([band, [people, perThousand]]) =>
      rowsOf(Math.floor((people * perThousand * (100 - 8 * year)) / 100_000) + random.between(-6, 6), () => [
        someone(random),
        dayIn(year, random),
        band,
      ]),
    );
  const referralsIn = (year) =>
    rowsOf(210 + 30 * year, () => {
      const urgent = random.chance(3_000);
      const referred = dayIn(year, random);
      const prompt = random.chance(urgent ? 8_000 + 900 * year : 3_000);
      return [
        someone(random),
        referred,
        after(referred, prompt ? random.between(1, 14) : random.between(15, 45)),
        yesOrNo(urgent),
      ];
    });
  const followedIn = (year) =>
    ["service", "elsewhere"].flatMap((group) =>
      rowsOf(420, () => [
        someone(random),
        dayIn(year, random),
        group,
        yesOrNo(random.chance(group === "service" ? 4_100 - 300 * year : 5_100)),
      ]),
    );
  const lists = [0, 1].flatMap((year) =>
    Object.entries(BANDS).map(([band, [people]]) => [`${2026 + year}/${27 + year}`, band, people + 90 * year]),
  );
  return {
    files: {
      admissions: [["person", "admitted", "age-band"], ...[0, 1].flatMap(admissionsIn).sort(byDay(1))],
      referrals: [["person", "referred", "assessed", "urgent"], ...[0, 1].flatMap(referralsIn).sort(byDay(1))],
      "followed-up": [["person", "reported", "group", "fell-again"], ...[0, 1].flatMap(followedIn).sort(byDay(1))],
      lists: [["period", "age-band", "registered"], ...lists],
    },
    records: ["admissions", "referrals", "followed-up"],
    covers: covering(2),
    knownTo: "2028-06-01",
  };
}

/** So many days later. */
const after = (day, days) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
