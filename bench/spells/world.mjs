const numbered = (letter, count, digits) =>
  Array.from({ length: count }, (_, place) => `${letter}${String(place).padStart(digits, "0")}`);
export const TRUSTS = numbered("t", 12, 2);
export const WARDS = numbered("w", 40, 3);
export const BANDS = ["under-18", "from-18-to-39", "from-40-to-64", "from-65-to-79", "from-80"];
export const COVERS = { from: "2026-04-01", to: "2031-03-31" };

/** People who live in a ward, by its place in the list. */
export function populationOf(place) {
  return 4_000 + 137 * place;
}

/** People registered in a band in a year, by the places of both. */
export const registeredOf = (band, year) => 50_000 + 1_013 * band + 211 * year;

export const registersCsv = () =>
  [
    "period,band,registered",
    ...[0, 1, 2, 3, 4].flatMap((year) =>
      BANDS.map((band, place) => `${2026 + year}/${27 + year},${band},${registeredOf(place, year)}`),
    ),
  ].join("\n");
