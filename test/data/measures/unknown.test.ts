import assert from "node:assert/strict";
import { asides, read, reported } from "../folder.js";
import { measured } from "./contract.js";

const HEADER = "person,day,seen,ward,practice,band,cost,urgent\n";
const data = { sources: { visits: { covers: { from: "2026-04-01", to: "2027-03-31" } } } };

describe("a row of a place, a party or a category", function () {
  this.timeout(300_000);
  it("counts for its ward, and for the neighbourhood that the ward belongs to", async () => {
    const rows = "a,2026-05-01,,w1,p,old,,yes\nb,2026-05-01,,w2,p,old,,yes\nc,2026-05-01,,w3,q,young,,yes\n";
    const result = await read(await measured(), { "visits.csv": HEADER + rows, "data.json": data });
    const rowsOf = (axis: string, key: string): string =>
      reported(result, `rows-${axis}.value`, "2026-04-01", { [axis]: key });
    assert.deepEqual(
      ["w1", "w2", "w3"].map((ward) => rowsOf("ward", ward)),
      ["1", "1", "1"],
    );
    assert.deepEqual([rowsOf("neighbourhood", "north"), rowsOf("neighbourhood", "south")], ["2", "1"]);
    assert.deepEqual([rowsOf("practice", "p"), rowsOf("band", "young")], ["2", "1"]);
  });

  it("is set aside and listed where nobody knows it, without what may tell who it is, and counts for nothing", async () => {
    const rows = "a,2026-05-01,,w1,p,old,,yes\nb,2026-05-01,,w9,p,old,,yes\nc,2026-05-01,,w1,p,ancient,,yes\n";
    const result = await read(await measured(), { "visits.csv": HEADER + rows, "data.json": data });
    assert.equal(reported(result, "rows.value", "2026-04-01"), "1");
    assert.equal(reported(result, "rows-neighbourhood.value", "2026-04-01", { neighbourhood: "north" }), "1");
    assert.deepEqual(asides(result), [
      'visits.csv, row 3, ward "(withheld)": is not the key of any ward in the contract',
      'visits.csv, row 4, band "(withheld)": is not one of young, old',
    ]);
  });
});
