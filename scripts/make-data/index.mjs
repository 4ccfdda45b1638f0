import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { FROM, isoOf, TO } from "./calendar.mjs";
import { makeCosts, makeLists } from "./figures.mjs";
import { MISTAKES, strewMistakes } from "./mistakes.mjs";
import { makePeople } from "./people.mjs";
import { makeSpells, spellColumns, spellRow } from "./spells.mjs";
import { makeSurveys, surveyColumns, surveyRow } from "./surveys.mjs";

// Writes the outcome data of examples/rochdale: three years of people who do not exist. The same bytes every time.
//   node scripts/make-data/index.mjs [--out DIR]

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const { values } = parseArgs({ options: { out: { type: "string", default: join(root, "examples/rochdale/data") } } });

const people = makePeople();
const spells = makeSpells(people);
const surveys = makeSurveys(spells);
const files = {
  "spells.csv": [spellColumns, ...strewMistakes(spells.map((spell) => spellRow(spell, people)))],
  "surveys.csv": [surveyColumns, ...surveys.map((survey) => surveyRow(survey, people))],
  "lists.csv": [["period", "registered-65"], ...makeLists()],
  "actual-cost.csv": [["period", "actual-cost"], ...makeCosts()],
};
/** Says what the extracts cover, so that a month without a row is a month in which nothing happened. */
const covers = { from: isoOf(FROM), to: isoOf(TO - 1) };
const manifest = { sources: { spells: { covers }, surveys: { covers } }, "known-to": covers.to };

mkdirSync(values.out, { recursive: true });
for (const [name, rows] of Object.entries(files)) {
  writeFileSync(join(values.out, name), `${rows.map((row) => row.join(",")).join("\n")}\n`);
  console.log(`${String(rows.length - 1).padStart(8)} rows  ${name}`);
}
writeFileSync(join(values.out, "data.json"), `${JSON.stringify(manifest, null, 2)}\n`);
for (const { what, rows } of MISTAKES) console.log(`${String(rows).padStart(8)} of spells.csv with ${what}`);
