import assert from "node:assert/strict";
import { settle } from "@concordat/model";
import fc from "fast-check";
import { read, reported } from "../data/folder.js";
import { sound } from "./contract.js";

const CONTRACT = `
  places ward from "wards.csv"
  places area of ward { north is a, b  south is c, d  each ward in exactly one }
  places whole of area { all is north, south  each area in exactly one }
  records visits dated by made { person pseudonym  ward a ward, may be missing  made date  cost money }
  ${["ward", "area", "whole"]
    .map(
      (level) => `
  metric rows-${level} for each ${level} { count of visits  measured each year  if not reported defer to reconciliation }
  metric cost-${level} for each ${level} { sum of cost in visits  measured each year  if not reported defer to reconciliation }
  metric people-${level} for each ${level} { count of people in visits  measured each year  if not reported defer to reconciliation }
  payment paid-${level} for each ${level}, each year { pays rows-${level} times £1 a visit  paid to trust }`,
    )
    .join("")}
`.replaceAll("a visit", "a visits");

const visit = fc.record({
  person: fc.constantFrom("p1", "p2", "p3"),
  ward: fc.constantFrom("a", "b", "c", "d", ""),
  day: fc.constantFrom("2026-04-01", "2026-12-31", "2027-03-31", "2027-04-01"),
  pence: fc.integer({ min: 0, max: 100_000 }),
});
type Visit = { person: string; ward: string; day: string; pence: number };

const csv = (visits: readonly Visit[]): string =>
  `person,ward,made,cost\n${visits.map(({ person, ward, day, pence }) => `${person},${ward},${day},${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, "0")}\n`).join("")}`;

/** The data reach from here to there; of no ward, so that nothing counts these rows. */
const ENDS: Visit[] = ["2026-04-01", "2028-03-31"].map((day) => ({ person: "p9", ward: "", day, pence: 0 }));

describe("what is counted in places", function () {
  this.timeout(600_000);
  it("adds up from level to level; people are counted once in each", async () => {
    const contract = await sound(CONTRACT, { "wards.csv": "ward\na\nb\nc\nd\n" });
    await fc.assert(
      fc.asyncProperty(fc.array(visit, { minLength: 1, maxLength: 40 }), async (visits) => {
        const unique = visits.map((each, index) => ({ ...each, pence: each.pence * 41 + index }));
        const result = await read(contract, { "visits.csv": csv([...ENDS, ...unique]) });
        const value = (name: string, axis: string, key: string): number =>
          Number(reported(result, `${name}-${axis}.value`, "2026-04-01", { [axis]: key }));
        const year = unique.filter(({ day, ward }) => day < "2027-04-01" && ward !== "");
        const of = (keys: string): Visit[] => year.filter(({ ward }) => keys.includes(ward));
        for (const [axis, key, keys] of [
          ["ward", "a", "a"],
          ["area", "north", "ab"],
          ["area", "south", "cd"],
          ["whole", "all", "abcd"],
        ] as const) {
          assert.equal(value("rows", axis, key), of(keys).length);
          assert.equal(
            Math.round(value("cost", axis, key) * 100),
            of(keys).reduce((sum, { pence }) => sum + pence, 0),
          );
          assert.equal(value("people", axis, key), new Set(of(keys).map(({ person }) => person)).size);
        }
        const statement = settle(contract, result.data, { next: false });
        const paid = (payment: string): number =>
          statement.periods[0]!.payments.filter((entry) => entry.payment === payment && entry.amount !== null).reduce(
            (sum, { amount }) => sum + Number(amount),
            0,
          );
        assert.equal(paid("paid-area"), paid("paid-ward"));
        assert.equal(paid("paid-whole"), paid("paid-ward"));
      }),
      { numRuns: 25 },
    );
  });
});
