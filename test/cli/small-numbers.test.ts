import assert from "node:assert/strict";
import { inFolder, run } from "./console.js";

const CONTRACT = `contract care "Care at home" {
  currency  GBP
  term      from 1 April 2026 to 31 March 2027
  year      starts 1 April
  settled   each quarter
  rounding  nearest penny, halves away from zero
  division  by largest remainder

  commissioner council  "Valley Council"
  provider     charity  "Valley Care"
  provider     nurses   "Valley Nurses"

  records visits "Visits" dated by visited {
    person   pseudonym
    visited  date
    seen     yes or no
    cost     money
  }
  metric seen-share "Share seen" {
    share of  visits
    counting those where seen
    measured  each quarter
    if not reported  defer to reconciliation
  }
  metric all-visits "All visits" {
    count of  visits
    measured  each quarter
    if not reported  defer to reconciliation
  }
  metric costs "Costs" {
    sum of    cost in visits
    measured  each quarter
    if not reported  defer to reconciliation
  }
  payment by-share "By share" each quarter {
    pays     £1,000 times seen-share
    paid to  charity
  }
  payment by-count "By count" each quarter {
    pays     all-visits times £7 a visit
    paid to  charity
  }
  payment by-cost "By cost" each quarter {
    pays     costs
    paid to  nurses
  }
  payment fixed "Fixed" each quarter {
    pays     £123
    paid to  nurses
  }
}
`;

/** So many visits in the first quarter, so many of them seen, each at £11. */
function data(visits: number, seen: number, below?: number): Record<string, string> {
  const rows = Array.from({ length: visits }, (_, at) => `p${at},2026-04-02,${at < seen ? "yes" : "no"},11`);
  const covers = { from: "2026-04-01", to: "2026-06-30" };
  const manifest = { ...(below === undefined ? {} : { "suppress-below": below }), sources: { visits: { covers } } };
  return {
    "care.concordat": CONTRACT,
    "data/visits.csv": `person,visited,seen,cost\n${rows.join("\n")}\n`,
    "data/data.json": JSON.stringify(manifest),
  };
}

const settled = (files: Record<string, string>, ...more: string[]): Promise<string> =>
  inFolder(files, async (folder) => {
    const { out, err, exitCode } = await run(["settle", "care.concordat", "--data", "data", ...more], folder);
    assert.equal(exitCode, 0, err);
    return out;
  });

/** Each payment's amount, as the first line of its entry has it. */
function amounts(text: string): Record<string, string> {
  const found = [...text.matchAll(/^(By share|By count|By cost|Fixed) {2,}(.+)$/gm)];
  return Object.fromEntries(found.map(([, name, amount]) => [name, amount!.trim()]));
}

describe("small numbers in what people read", function () {
  this.timeout(300_000);

  it("are shown where data.json keeps none back, and from the limit on", async () => {
    const all = { "By share": "£500.00", "By count": "£42.00", "By cost": "£66.00", Fixed: "£123.00" };
    assert.deepEqual(amounts(await settled(data(6, 3))), all);
    const more = { "By share": "£500.00", "By count": "£70.00", "By cost": "£110.00", Fixed: "£123.00" };
    assert.deepEqual(amounts(await settled(data(10, 5, 5))), more);
  });

  it("are left out with every amount that rests on them, whether counted, added up or shared", async () => {
    const few = { "By share": "not shown", "By count": "not shown", "By cost": "not shown", Fixed: "£123.00" };
    assert.deepEqual(amounts(await settled(data(4, 2, 5))), few);
  });

  it("are left out where they are the rest of a share: of 8 out of 10 it is told that 2 were not", async () => {
    const rest = { "By share": "not shown", "By count": "£70.00", "By cost": "£110.00", Fixed: "£123.00" };
    assert.deepEqual(amounts(await settled(data(10, 8, 5))), rest);
    assert.equal(amounts(await settled(data(10, 10, 5)))["By share"], "£1,000.00");
  });

  it("take with them every total of which they are a part, and no other", async () => {
    const text = await settled(data(10, 8, 5));
    assert.match(text, /^Valley Council +£0\.00 +not shown +not shown$/m);
    assert.match(text, /^Valley Care +not shown +£0\.00 +not shown$/m);
    assert.match(text, /^Valley Nurses +£233\.00 +£0\.00 +£233\.00$/m);
    assert.match(text, /^Valley Council to Valley Care +not shown$/m);
    assert.match(text, /^Valley Council to Valley Nurses +£233\.00$/m);
  });

  it("stand nowhere in the text and the page, and exactly in what programs read", async () => {
    const files = data(4, 3, 5);
    for (const format of ["text", "html"]) {
      const read = await settled(files, "--format", format);
      assert.doesNotMatch(read, /£28|£44|£750|75%|4 visits|3 rows|4 rows/, format);
    }
    assert.match(await settled(files, "--format", "csv"), /"by-count".*,28\.00,/);
    const json = JSON.parse(await settled(files, "--format", "json"));
    assert.deepEqual(json.suppress, { below: 5, records: ["visits"] });
    assert.equal(json.periods[0].payments[1].amount, "28.00");
    assert.equal(json.periods[0].payments[1].small, true);
  });

  it("of 0 are shown: nobody can be told by it", async () => {
    assert.equal(amounts(await settled(data(10, 0, 5)))["By share"], "£0.00");
  });
});
