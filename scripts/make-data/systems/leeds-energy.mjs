import { streamOf } from "../random.mjs";
import { years } from "./periods.mjs";

/** What is saved of what the energy would have cost, in ten thousandths: well above the guarantee, just above, below it. */
const SAVED = [3_420, 3_180, 2_870];
const SUPPLIED = [8_731, 8_640, 8_702];

/** Three of the twenty-five years. Prices rise, and in the third year an engine stands still for some weeks. */
export function makeLeedsEnergy() {
  const random = streamOf("leeds-energy");
  const readings = years(3).map((year, at) => {
    const before = 11_400_000 + 260_000 * at + random.below(180_000);
    const now = before - Math.trunc((before * SAVED[at]) / 10_000);
    return [
      year,
      before,
      now,
      SUPPLIED[at],
      8_760 + (at === 1 ? 24 : 0),
      41_300 - 900 * at + random.below(800),
      320_000 + random.below(250_000),
    ];
  });
  const columns = ["cost-before", "cost-now", "hours-supplied", "hours-wanted", "carbon", "sold"];
  return { files: { readings: [["period", ...columns], ...readings] } };
}
