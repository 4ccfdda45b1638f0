import { readFileSync } from "node:fs";
import { years } from "./periods.mjs";

const occupiers = readFileSync(new URL("../../../examples/onehub-bradford/occupiers.csv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((row) => row.split(","));
/** How much of its desks an occupier uses, in percent, year by year: they move in, they work from home, some come back. */
const USED = [82, 88, 93];
const FACILITIES = [
  [812_400, 1_040_000],
  [845_100, 1_066_000],
  [1_119_300, 1_092_700],
];

/** Three years. The last occupier takes more desks than were planned. */
export function makeOnehubBradford() {
  const use = years(3).flatMap((year, at) =>
    occupiers.map(([key, , , desks], index) => [
      year,
      key,
      Math.trunc((Number(desks) * (index === 5 ? 175 + 15 * at : USED[at] + 2 * index)) / 100),
    ]),
  );
  return {
    files: {
      use: [["period", "occupier", "desks-used"], ...use],
      accounts: [
        ["period", "facilities-cost", "separate-cost"],
        ...years(3).map((year, at) => [year, ...FACILITIES[at]]),
      ],
    },
  };
}
