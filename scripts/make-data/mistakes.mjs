import { streamOf } from "./random.mjs";
import { spellColumns } from "./spells.mjs";

const at = (name) => spellColumns.indexOf(name);
const write = (name, cell) => (row) => row.with(at(name), cell(row[at(name)]));

/** What goes wrong in real extracts, and in how many rows. */
export const MISTAKES = [
  {
    what: "a date that the calendar does not have",
    rows: 24,
    spoil: write("discharged", (date) => `${date.slice(0, 4)}-02-30`),
  },
  { what: "a cost with letters", rows: 18, spoil: write("cost", (cost) => `${cost} est`) },
  { what: "a method that the contract does not list", rows: 16, spoil: write("method", () => "transfer") },
  { what: "the same row twice", rows: 12 },
];

/** The rows with these mistakes strewn among them, each row spoilt at most once. */
export function strewMistakes(rows) {
  const random = streamOf("mistakes");
  const spoilt = new Map();
  for (const mistake of MISTAKES) {
    for (let left = mistake.rows; left > 0; ) {
      const index = random.below(rows.length);
      if (spoilt.has(index) || rows[index][at("discharged")] === "") continue;
      spoilt.set(index, mistake);
      left--;
    }
  }
  return rows.flatMap((row, index) => {
    const mistake = spoilt.get(index);
    if (!mistake) return [row];
    return mistake.spoil ? [mistake.spoil(row)] : [row, row];
  });
}
