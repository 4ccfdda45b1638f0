import assert from "node:assert/strict";
import { renderStatement } from "@concordat/documents";
import {
  type ContractModel,
  Rational,
  restate,
  type Statement,
  Statement as StatementSchema,
  settle,
} from "@concordat/model";
import fc from "fast-check";
import { contractOf, reported } from "./contract.js";

const SHARED = `
  provider trust "The Trust"
  figure saved : money, during each quarter, if not reported defer to reconciliation
  payment share "Share of savings" each quarter { pays 50% of saved paid to charity 1%, trust 99% }`;
const saved = (...amounts: (string | null)[]) => reported("saved", "quarter", amounts);
const statementOf = (contract: ContractModel, values: ReturnType<typeof saved>): Statement =>
  settle(contract, { values, digest: "", quality: [] }, { next: false });

describe("settling closed periods again", function () {
  this.timeout(300_000);

  it("adjusts them in the new statement, listed by period, and leaves the closed one as it is", async () => {
    const contract = await contractOf(SHARED);
    const closed = statementOf(contract, saved("1000", "2000"));
    const bytes = JSON.stringify(closed);
    const restated = restate(statementOf(contract, saved("1200", "1600", "3000")), [closed], contract);
    assert.deepEqual(
      restated.periods.map(({ period }) => period),
      ["2026/27 Q3"],
    );
    assert.equal(restated.restated?.in, "2026/27 Q3");
    assert.deepEqual(
      restated.restated?.entries.map(({ period, flows, sentence }) => [
        period,
        ...flows.map(({ from, to, amount }) => `${from} ${to} ${amount}`),
        sentence,
      ]),
      [
        ["2026/27 Q1", "council charity 1.00", "council trust 99.00", "For 2026/27 Q1 it was £500 and is now £600."],
        ["2026/27 Q2", "charity council 2.00", "trust council 198.00", "For 2026/27 Q2 it was £1,000 and is now £800."],
      ],
    );
    assert.deepEqual(restated.restated?.flows, [
      { from: "charity", to: "council", amount: "1.00" },
      { from: "trust", to: "council", amount: "99.00" },
    ]);
    assert.equal(JSON.stringify(closed), bytes);
    StatementSchema.parse(restated);
    assert.match(renderStatement(restated, "text"), /Adjustment for closed periods, with 2026\/27 Q3/);
    assert.match(renderStatement(restated, "text"), /For 2026\/27 Q2 it was £1,000 and is now £800\./);
    assert.match(renderStatement(restated, "csv"), /"2026\/27 Q2","share","","trust","council",198\.00,"adjustment"/);
    assert.match(renderStatement(restated, "html"), /For 2026\/27 Q1 it was £500 and is now £600\./);
  });

  it("pays what could not be determined when it was closed, and takes nothing back for what no longer can", async () => {
    const contract = await contractOf(SHARED);
    const closed = statementOf(contract, saved(null, "2000"));
    const { restated } = restate(statementOf(contract, saved("1000", null, "10")), [closed], contract);
    assert.deepEqual(
      restated?.entries.map(({ sentence, flows }) => [sentence, flows.length]),
      [
        ["For 2026/27 Q2 it was £1,000 and is now not determined. Nothing is adjusted until it is determined.", 0],
        ["For 2026/27 Q1 it was not determined and is now £500.", 2],
      ].sort(),
    );
  });

  it("says so where nothing has changed", async () => {
    const contract = await contractOf(SHARED);
    const values = saved("1000", "2000");
    const again = restate(statementOf(contract, values), [statementOf(contract, values)], contract);
    assert.deepEqual([again.restated?.entries, again.restated?.in, again.totals], [[], null, []]);
    assert.match(renderStatement(again, "text"), /Nothing has changed in the periods that are closed\./);
  });

  it("comes, with all closed statements, to what the latest data gives, for each party", async () => {
    const contract = await contractOf(SHARED);
    const amount = fc.integer({ min: 0, max: 99_999 }).map((pence) => Rational.of(pence, 100).toText());
    const versions = fc.tuple(...[2, 4, 7].map((count) => fc.array(amount, { minLength: count, maxLength: count })));
    fc.assert(
      fc.property(versions, (all) => {
        const closed: Statement[] = [];
        for (const values of all) {
          const now = statementOf(contract, saved(...values));
          closed.push(closed.length === 0 ? now : restate(now, closed, contract));
        }
        const latest = statementOf(contract, saved(...all.at(-1)!));
        assert.deepEqual(balances(closed), balances([latest]));
      }),
      { numRuns: 30 },
    );
  });
});

/** What each party has of several statements together, where it is not nothing. */
function balances(statements: readonly Statement[]): [string, string][] {
  const sums = new Map<string, Rational>();
  for (const { totals } of statements)
    for (const { party, receives, pays } of totals)
      sums.set(party, (sums.get(party) ?? Rational.zero).plus(Rational.parse(receives)).less(Rational.parse(pays)));
  return [...sums]
    .filter(([, sum]) => !sum.isZero)
    .map(([party, sum]): [string, string] => [party, sum.toFixed(2)])
    .sort();
}
