import assert from "node:assert/strict";
import { type ContractModel, explainPayment, Rational, runExample, type Statement, settle } from "@concordat/model";
import fc from "fast-check";
import { assertSameStatement } from "../calculators/javascript/agreement.js";
import { calculatorOf } from "../calculators/javascript/load.js";
import { contractOf, messagesOf, reported } from "./contract.js";

/** An incentive of £1,200,000 a year that two providers share, on a quality that earns all of it at 90%. */
const incentive = (line: string): string => `
  provider trust "The Trust"
  group alliance "The alliance" { charity 1%, trust 99% }
  figure quality : percentage, during each year, if not reported defer to reconciliation
  payment outcomes "Outcome incentive" each year {
    pool     £1,200,000
    weight   100% on quality, scaled 0% at 50%, 100% at 90%
    paid to  alliance
    ${line}
  }`;
const MONTHLY = "on account 1/12 of the pool each month, settled each year";

const quality = (...years: (string | null)[]) => reported("quality", "year", years);
const statementOf = (contract: ContractModel, values: ReturnType<typeof quality>, next = false): Statement =>
  settle(contract, { values, digest: "", quality: [] }, { next });
const entries = ({ periods }: Statement) =>
  periods.flatMap(({ period, payments }) => payments.map((entry) => ({ ...entry, period })));
const settlements = (statement: Statement) =>
  entries(statement).filter(({ onAccount }) => onAccount?.kind === "settlement");
const instalments = (statement: Statement) =>
  entries(statement).filter(({ onAccount }) => onAccount?.kind === "instalment");

describe("what is paid on account", function () {
  this.timeout(300_000);

  it("is said where a payment is explained", async () => {
    const contract = await contractOf(incentive(MONTHLY));
    const [settlement] = settlements(statementOf(contract, quality("0.8")));
    const lines = explainPayment(settlement!, "GBP");
    assert.ok(
      lines.includes("  £1,200,000 was paid on account and £900,000 was earned, so £300,000 is paid back."),
      lines.join("\n"),
    );
  });

  it("is an instalment in each month, and a difference when the year is settled", async () => {
    const contract = await contractOf(incentive(MONTHLY));
    const statement = statementOf(contract, quality("0.8", "0.9"));
    assert.equal(instalments(statement).length, 24);
    assert.ok(instalments(statement).every(({ amount }) => amount === "100000.00"));
    assert.deepEqual(
      settlements(statement).map(({ period, amount, recovered, onAccount, flows }) => ({
        period,
        amount,
        recovered,
        says: onAccount?.sentence,
        flows: flows.map(({ from, to, amount: part }) => `${from} pays ${to} ${part}`),
      })),
      [
        {
          period: "2026/27",
          amount: "300000.00",
          recovered: true,
          says: "£1,200,000 was paid on account and £900,000 was earned, so £300,000 is paid back.",
          flows: ["charity pays council 3000.00", "trust pays council 297000.00"],
        },
        {
          period: "2027/28",
          amount: "0.00",
          recovered: undefined,
          says: "£1,200,000 was paid on account and £1,200,000 was earned, so nothing more is to pay.",
          flows: [],
        },
      ],
    );
  });

  it("is still to pay where less was paid on account", async () => {
    const contract = await contractOf(incentive("on account £50,000 each month, settled each year"));
    const [settled] = settlements(statementOf(contract, quality("0.9")));
    assert.deepEqual(settled?.flows, [
      { from: "council", to: "charity", amount: "6000.00" },
      { from: "council", to: "trust", amount: "594000.00" },
    ]);
    assert.equal(
      settled?.onAccount?.sentence,
      "£600,000 was paid on account and £1,200,000 was earned, so £600,000 is still to pay.",
    );
  });

  it("comes with its settlement to what was earned, to the penny, for each party", async () => {
    for (const line of [MONTHLY, "on account £33,333.33 each month, settled each year"]) {
      const [advanced, plain] = await Promise.all([contractOf(incentive(line)), contractOf(incentive(""))]);
      fc.assert(
        fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 4, maxLength: 4 }), (thirds) => {
          const values = quality(...thirds.map((part) => Rational.of(part, 300).toText()));
          assert.deepEqual(balances(statementOf(advanced, values)), balances(statementOf(plain, values)));
        }),
        { numRuns: 30 },
      );
    }
  });

  it("is worked out alike by the calculator, also where a year is not reported", async () => {
    const ratio = fc.option(fc.integer({ min: 0, max: 300 }), { freq: 6 });
    const parts = fc.array(ratio, { minLength: 4, maxLength: 4 });
    const term = "from 15 May 2026 to 20 October 2029";
    for (const line of [
      MONTHLY,
      "on account £33,333.33 each quarter, then £50,000 from 1 July 2027, settled each year",
    ]) {
      const contract = await contractOf(incentive(line), term);
      const calculator = await calculatorOf(contract);
      fc.assert(
        fc.property(parts, (thirds) => {
          const values = quality(...thirds.map((part) => (part === null ? null : Rational.of(part, 300).toText())));
          assertSameStatement(contract, calculator, values);
        }),
        { numRuns: 20 },
      );
    }
  });

  it("says what was paid where what was earned is not known yet", async () => {
    const contract = await contractOf(incentive(MONTHLY).replace("defer to reconciliation", "council decides"));
    const [settled] = settlements(
      settle(
        contract,
        { values: quality(null), digest: "", quality: [] },
        {
          period: {
            kind: "year",
            label: "2026/27",
            from: "2026-04-01",
            to: "2027-04-01",
            fullFrom: "2026-04-01",
            fullTo: "2027-04-01",
          },
        },
      ),
    );
    assert.equal(settled?.amount, null);
    assert.equal(
      settled?.onAccount?.sentence,
      "£1,200,000 was paid on account; what is still to pay or to be paid back is not known yet.",
    );
  });

  it("pays instalments of the whole year though the contract ends early, and settles what is outstanding", async () => {
    const contract = await contractOf(`${incentive(MONTHLY)} ends early on 15 June 2026`);
    const statement = statementOf(contract, quality("0.9"));
    assert.deepEqual(
      instalments(statement).map(({ period, amount }) => [period, amount]),
      [
        ["April 2026", "100000.00"],
        ["May 2026", "100000.00"],
        ["June 2026", "50000.00"],
      ],
    );
    // 76 days of 365 of the pool are earned.
    assert.equal(
      settlements(statement)[0]?.onAccount?.sentence,
      "£250,000 was paid on account and £249,863.01 was earned, so £136.99 is paid back.",
    );
  });

  it("may be a part of what was earned the year before", async () => {
    const contract = await contractOf(
      incentive("on account 1/12 of (80% of previous outcomes, at first £960,000) each month, settled each year"),
    );
    const statement = statementOf(contract, quality("0.7", "0.9"));
    assert.deepEqual([...new Set(instalments(statement).map(({ amount }) => amount))], ["64000.00", "40000.00"]);
  });

  it("can be expected in an example: on account, at the settlement, and in all", async () => {
    const contract = await contractOf(`${incentive(MONTHLY)}
      example paid-back "Three quarters of the way" {
        in      2026/27
        given   quality 80%
        expect  outcomes earns £900,000
        expect  outcomes pays £1,200,000 on account
        expect  outcomes recovers £300,000
        expect  outcomes pays £900,000
        expect  trust receives £891,000 from outcomes
        in      April 2026
        expect  outcomes pays £100,000
        expect  trust receives £99,000 from outcomes
      }
      example topped-up "All of it" {
        in      2026/27
        given   quality 90%
        expect  outcomes pays £0 at settlement
      }`);
    for (const example of contract.examples) {
      const { expectations, passed } = runExample(contract, example);
      assert.ok(passed, expectations.map(({ sentence }) => sentence).join("\n"));
    }
    const [example] = contract.examples;
    const wrong = { ...example!, expect: [{ ...example!.expect[2]!, value: "1" }] };
    assert.deepEqual(
      runExample(contract, wrong).expectations.map(({ sentence }) => sentence),
      ["outcomes recovers: expected £1, came to £300,000, £299,999 more."],
    );
  });

  it("goes the way in which the named parties receive, also where the payment may go either way", async () => {
    const contract = await contractOf(`
      figure spent : money, during each year, if not reported defer to reconciliation
      define target as £1,000 each year
      payment share each year {
        compares  spent with target
        either way { then times 50%  paid to charity when below  paid by charity when above }
        on account £10 each month, settled each year
      }`);
    const loss = settlements(statementOf(contract, reported("spent", "year", ["1100"])))[0];
    assert.deepEqual(loss?.flows, [{ from: "charity", to: "council", amount: "170.00" }]);
    assert.equal(
      loss?.onAccount?.sentence,
      "£120 was paid on account and £50 is due the other way, so £170 is paid back.",
    );
  });

  it("says how often, in periods shorter than the payment's, and is settled with it", async () => {
    const said = async (line: string): Promise<string[]> => messagesOf(incentive(line));
    assert.deepEqual(await said("on account £50,000, settled each year"), [
      "outcomes is paid on account, and nothing says how often.",
    ]);
    assert.deepEqual(await said("on account £50,000 each month, settled each quarter"), [
      "outcomes is worked out each year, so what is paid on account cannot be settled each quarter.",
    ]);
    assert.deepEqual(await said("on account £50,000 each year, settled each year"), [
      "outcomes is worked out each year, and an instalment each year does not come before that.",
    ]);
    assert.deepEqual(await messagesOf("payment fee each year { pays 5% of the pool paid to charity }"), [
      'There is no pool here that "the pool" could mean.',
    ]);
  });
});

/** What each party has at the end of it all, where it is not nothing. */
const balances = ({ totals }: Statement): [string, string][] =>
  totals
    .map(({ party, receives, pays }): [string, Rational] => [
      party,
      Rational.parse(receives).less(Rational.parse(pays)),
    ])
    .filter(([, amount]) => !amount.isZero)
    .map(([party, amount]) => [party, amount.toFixed(2)]);
