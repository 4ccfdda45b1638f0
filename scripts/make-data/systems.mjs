import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { makeAllianceOverlay } from "./systems/alliance-overlay.mjs";
import { makeBuryAccess } from "./systems/bury-access.mjs";
import { makeDementiaUnited } from "./systems/dementia-united.mjs";
import { makeEndOfLife } from "./systems/end-of-life.mjs";
import { makeFallsPrevention } from "./systems/falls-prevention.mjs";
import { makeFamilies } from "./systems/families.mjs";
import { makeGmLocalCare } from "./systems/gm-local-care.mjs";
import { makeHaltonGameChanger } from "./systems/halton-game-changer.mjs";
import { makeHampshireTelecare } from "./systems/hampshire-telecare.mjs";
import { makeLeedsEnergy } from "./systems/leeds-energy.mjs";
import { makeLiverpoolEnergy } from "./systems/liverpool-energy.mjs";
import { makeOnehubBradford } from "./systems/onehub-bradford.mjs";
import { makeOurParklife } from "./systems/our-parklife.mjs";
import { makeOutcomesBond } from "./systems/outcomes-bond.mjs";

// Writes the outcome data of the small examples, which are kept beside their contracts. The same bytes every time.
//   node scripts/make-data/systems.mjs [--out DIR]
// Each maker gives `files`, a table by its name (the first row names the columns), and `covers`, what its extracts of
// records hold; `knownTo`, where it is later than what they hold.

const MAKERS = {
  "alliance-overlay": makeAllianceOverlay,
  "bury-access": makeBuryAccess,
  "dementia-united": makeDementiaUnited,
  "end-of-life": makeEndOfLife,
  "falls-prevention": makeFallsPrevention,
  families: makeFamilies,
  "gm-local-care": makeGmLocalCare,
  "halton-game-changer": makeHaltonGameChanger,
  "hampshire-telecare": makeHampshireTelecare,
  "leeds-energy": makeLeedsEnergy,
  "liverpool-energy": makeLiverpoolEnergy,
  "onehub-bradford": makeOnehubBradford,
  "our-parklife": makeOurParklife,
  "outcomes-bond": makeOutcomesBond,
};

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const { values } = parseArgs({ options: { out: { type: "string", default: join(root, "examples") } } });

for (const [system, make] of Object.entries(MAKERS)) {
  const folder = join(values.out, system, "data");
  const { files, records = [], covers, knownTo = covers?.to } = make();
  mkdirSync(folder, { recursive: true });
  for (const [name, rows] of Object.entries(files)) {
    writeFileSync(join(folder, `${name}.csv`), `${rows.map((row) => row.join(",")).join("\n")}\n`);
    console.log(`${String(rows.length - 1).padStart(8)} rows  ${system}/data/${name}.csv`);
  }
  if (records.length === 0) continue;
  const sources = Object.fromEntries(records.map((name) => [name, { covers }]));
  writeFileSync(join(folder, "data.json"), `${JSON.stringify({ sources, "known-to": knownTo }, null, 2)}\n`);
}
