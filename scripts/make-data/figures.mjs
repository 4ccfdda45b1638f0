import { YEARS } from "./calendar.mjs";
import { streamOf } from "./random.mjs";
import { pounds } from "./spells.mjs";

/** What the alliance's services cost in each year, in pence: a little under the target cost, well under it, over it. */
const COST = [4_688_214_350, 4_719_871_245, 5_286_402_987];
/** The winter quarter is dear: how many in ten thousand of a year fall in each quarter. */
const QUARTERS = [2_456, 2_431, 2_519, 2_594];
const FIRST_LIST = 35_864;

const quarters = () =>
  Array.from({ length: YEARS * 4 }, (_, index) => ({ year: Math.trunc(index / 4), quarter: index % 4 }));
const labelOf = ({ year, quarter }) => `${2026 + year}/${27 + year} Q${quarter + 1}`;

/** The practice lists on the last day of each quarter: the old grow in number. */
export function makeLists() {
  const random = streamOf("lists");
  let registered = FIRST_LIST;
  return quarters().map((at) => {
    registered += random.between(60, 160);
    return [labelOf(at), String(registered)];
  });
}

/** The cost of each quarter; the four of a year add up to the year to the penny. */
export function makeCosts() {
  const random = streamOf("costs");
  let spent = 0;
  return quarters().map((at) => {
    if (at.quarter === 0) spent = 0;
    const part = Math.trunc((COST[at.year] * QUARTERS[at.quarter]) / 10_000) + random.between(-18_000_000, 18_000_000);
    const pence = at.quarter === 3 ? COST[at.year] - spent : part;
    spent += pence;
    return [labelOf(at), pounds(pence)];
  });
}
