import assert from "node:assert/strict";
import { checkAmong, HEADER, said } from "./files.js";

const contract = `contract wardle "Wardle" {${HEADER}
  governance board "Board" { seats icb 2, gps 2 decides by majority }
  payment core each quarter { pays £100 paid to gps }
  limit most "Most in a year" on all payments at most £300 each year, the earliest first
  balance saved each year {
    opening  £0
    adds     £5
  }
  always enough : total paid each year at most £400
}
`;
const deed = (lines: string, effective = "1 April 2028"): string =>
  `variation deed-1 of wardle {\n  effective ${effective}\n${lines}\n}\n`;
const withDeed = async (lines: string, effective?: string) => {
  const [checked, of] = await checkAmong({ "wardle.concordat": contract, "deed.concordat": deed(lines, effective) });
  return { findings: said([checked!, of!]), after: checked!.inForce.wardle?.at(-1)?.contract };
};

describe("a deed and what stands beside the payments", function () {
  this.timeout(300_000);

  it("changes a limit", async () => {
    const { findings, after } = await withDeed(
      "  change limit most on all payments at most £350 each year, in the order listed",
    );
    assert.deepEqual(findings, []);
    assert.deepEqual(
      after!.limits!.map(({ name, way }) => [name, way]),
      [["most", "as-listed"]],
    );
  });

  it("takes away a limit, a balance, a guarantee and a board", async () => {
    const { findings, after } = await withDeed(
      "  remove limit most\n  remove balance saved\n  remove always enough\n  remove governance board",
    );
    assert.deepEqual(findings, []);
    assert.deepEqual(
      [after!.limits, after!.guarantees, after!.governance].map((all) => all ?? []),
      [[], [], []],
    );
    assert.ok(!JSON.stringify(after).includes("saved"));
  });

  it("adds a limit", async () => {
    const { findings, after } = await withDeed(
      "  add limit second on core at most £80 each quarter, the earliest first",
    );
    assert.deepEqual(findings, []);
    assert.deepEqual(
      after!.limits!.map(({ name }) => name),
      ["most", "second"],
    );
  });

  const inside = "15 May 2028, metrics measured over the whole year";
  for (const line of [
    "remove limit most",
    "change limit most on all payments at most £350 each year, in the order listed",
    "add limit second on core at most £80 each quarter, the earliest first",
    "remove balance saved",
  ])
    it(`cannot ${line.split(" ").slice(0, 3).join(" ")} inside a period`, async () => {
      const { findings } = await withDeed(`  ${line}`, inside);
      const thing = line.split(" ").slice(1, 3).join(" ");
      assert.deepEqual(findings, [
        `deed.concordat:3 deed-1 takes effect on 15 May 2028, inside 2028/29 Q1: ${thing} cannot change inside a period.`,
      ]);
    });

  it("may change who decides inside a period", async () => {
    const { findings } = await withDeed(
      '  change governance board "Board" { seats icb 3, gps 2 decides by majority }',
      inside,
    );
    assert.deepEqual(findings, []);
  });
});
