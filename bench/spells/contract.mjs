import { readFileSync } from "node:fs";
import path from "node:path";
import { checkFiles } from "@concordat/language";
import { populationOf, TRUSTS, WARDS } from "./world.mjs";

const LISTS = {
  "trusts.csv": `trust,teaching\n${TRUSTS.map((key) => `${key},no\n`).join("")}`,
  "wards.csv": `ward,population\n${WARDS.map((key, place) => `${key},${populationOf(place)}\n`).join("")}`,
};

export async function readContract() {
  const file = path.join(import.meta.dirname, "spells.concordat");
  const [checked] = await checkFiles(
    [{ file, text: readFileSync(file, "utf8") }],
    (named) => LISTS[path.basename(named)],
  );
  if (checked.contracts.length === 0) {
    throw new Error(checked.findings.map(({ range, message }) => `${range.line} ${message}`).join("\n"));
  }
  return checked.contracts[0];
}
