import assert from "node:assert/strict";
import {
  type ContractModel,
  explainPayment,
  type InputValue,
  Rational,
  runExample,
  type Statement,
  settle,
} from "@concordat/model";
import fc from "fast-check";
import { assertSameStatement } from "../calculators/javascript/agreement.js";
import { calculatorOf } from "../calculators/javascript/load.js";
import { contractOf, messagesOf, reported } from "./contract.js";

/** Two quarterly payments and a yearly one, each what is reported. */
const PAYMENTS = `
  provider trust "The Trust"
  figure first-cost : money, during each quarter, if not reported defer to reconciliation
  figure second-cost : money, during each quarter, if not reported defer to reconciliation
  figure third-cost : money, during each year, if not reported defer to reconciliation
  payment second-payment each quarter { pays second-cost paid to charity 50%, trust 50% }
  payment first-payment each quarter { pays first-cost paid to charity }
  payment third each year { pays third-cost paid to trust }`;
const limited = (limit: string): Promise<ContractModel> => contractOf(`${PAYMENTS} ${limit}`);
const statementOf = (contract: ContractModel, values: InputValue[]): Statement =>
  settle(contract, { values, digest: "", quality: [] }, { next: false });
const costs = (first: (string | null)[], second: (string | null)[], third: (string | null)[]): InputValue[] => [
  ...reported("first-cost", "quarter", first),
  ...reported("second-cost", "quarter", second),
  ...reported("third-cost", "year", third),
];
const amounts = ({ periods }: Statement): [string, string, string | null][] =>
  periods.flatMap(({ period, payments }) =>
    payments.map(({ payment, amount }): [string, string, string | null] => [period, payment, amount]),
  );

describe("a limit on payments together", function () {
  this.timeout(300_000);

  it("is said where a payment is explained", async () => {
    const contract = await limited(`limit most "Most of all" on third at most £300 each year, the earliest first`);
    const { periods } = statementOf(contract, costs([], [], ["500"]));
    const [entry] = periods.flatMap(({ payments }) => payments.filter(({ payment }) => payment === "third"));
    const lines = explainPayment(entry!, "GBP");
    assert.ok(
      lines.includes(
        "  Most of all: at most £300 for 2026/27. Of £500, £200 is cut because what came before it is paid first; £300 is left.",
      ),
      lines.join("\n"),
    );
  });

  it("pays the earliest first, then by name", async () => {
    const contract = await limited(
      `limit most "Most of all" on all payments at most £1,000 each year, the earliest first`,
    );
    const values = costs(["300", "400", "400", "10"], ["200", "50", "10", "10"], ["500"]);
    const statement = statementOf(contract, values);
    assert.deepEqual(amounts(statement), [
      ["2026/27 Q1", "second-payment", "200.00"],
      ["2026/27 Q1", "first-payment", "300.00"],
      ["2026/27 Q2", "second-payment", "50.00"],
      ["2026/27 Q2", "first-payment", "400.00"],
      ["2026/27 Q3", "second-payment", "0.00"],
      ["2026/27 Q3", "first-payment", "50.00"],
      ["2026/27 Q4", "second-payment", "0.00"],
      ["2026/27 Q4", "first-payment", "0.00"],
      ["2026/27", "third", "0.00"],
    ]);
    const cut = statement.periods[2]!.payments[1]!.contractLimits;
    assert.deepEqual(
      cut?.map(({ sentence }) => sentence),
      [
        "Most of all: at most £1,000 for 2026/27. Of £400, £350 is cut because what came before it is paid first; £50 is left.",
      ],
    );
  });

  it("pays what is listed first where it falls due on one day", async () => {
    const contract = await limited(
      `limit most on second-payment, first-payment at most £300 each quarter, in the order listed`,
    );
    const statement = statementOf(contract, costs(["300"], ["200.01"], []));
    assert.deepEqual(amounts(statement), [
      ["2026/27 Q1", "second-payment", "200.01"],
      ["2026/27 Q1", "first-payment", "99.99"],
    ]);
  });

  it("reduces in proportion to the penny, each payee and payer with it", async () => {
    const contract = await limited(
      `limit most on second-payment, first-payment at most £100 each quarter, reduced in proportion`,
    );
    const { payments } = statementOf(contract, costs(["100"], ["200"], [])).periods[0]!;
    assert.deepEqual(
      payments.map(({ amount, flows }) => [amount, ...flows.map(({ to, amount: part }) => `${to} ${part}`)]),
      [
        ["66.67", "charity 33.34", "trust 33.33"],
        ["33.33", "charity 33.33"],
      ],
    );
  });

  it("comes after other limits in their order, and is what a payment earns, but not what other payments read", async () => {
    const contract = await contractOf(`
      payment core each year { pays £1,000 paid to charity }
      payment fee each year { pays 10% of core paid to charity }
      limit smaller on core at most £800 each year, the earliest first
      limit larger on all payments at most £850 each year, the earliest first
      example cut { in 2026/27 expect core earns £800 expect fee earns £50 }`);
    const result = runExample(contract, contract.examples[0]!);
    assert.ok(result.passed, result.expectations.map(({ sentence }) => sentence).join("\n"));
  });

  it("is never passed, and every party's parts add up, whatever is reported", async () => {
    const amount = fc.integer({ min: 0, max: 90_000 }).map((pence) => Rational.of(pence, 100).toText());
    for (const limit of [
      "on all payments at most £1,000 each year, the earliest first",
      "on first-payment, second-payment at most £333.33 each quarter, reduced in proportion",
      "on all payments at most £2,500 over the term, in the order listed",
    ]) {
      const contract = await limited(`limit most ${limit}`);
      const calculator = await calculatorOf(contract);
      const { span, payments } = contract.limits![0]!;
      const most = Rational.parse(/£([\d,.]+\d)/.exec(limit)![1]!.replace(",", ""));
      fc.assert(
        fc.property(fc.array(amount, { minLength: 36, maxLength: 36 }), (all) => {
          const values = costs(all.slice(0, 16), all.slice(16, 32), all.slice(32));
          const { periods } = statementOf(contract, values);
          const sums = new Map<string, Rational>();
          for (const { period, payments: entries } of periods)
            for (const entry of entries) {
              const paid = Rational.parse(entry.amount!);
              const parts = entry.flows.map(({ amount: part }) => Rational.parse(part));
              assert.ok(Rational.sum(parts).equals(paid), `${entry.payment} in ${period}`);
              if (!payments.includes(entry.payment)) continue;
              const key = span === "term" ? "" : span === "year" ? period.slice(0, 7) : period;
              sums.set(key, (sums.get(key) ?? Rational.zero).plus(paid));
            }
          for (const [key, sum] of sums) assert.ok(!sum.above(most), `${sum.toText()} in ${key}`);
          assertSameStatement(contract, calculator, values);
        }),
        { numRuns: 20 },
      );
    }
  });

  it("is worked out alike by the calculator, also where something is not reported", async () => {
    const amount = fc.option(fc.integer({ min: 0, max: 900 }).map(String), { freq: 20 });
    for (const limit of [
      "on all payments at most £1,000 each year, the earliest first",
      "on first-payment, second-payment at most 50% of third-cost each year, in the order listed",
      "on first-payment, second-payment at most £300 each quarter, reduced in proportion",
    ]) {
      const contract = await limited(`limit most ${limit}`);
      const calculator = await calculatorOf(contract);
      fc.assert(
        fc.property(fc.array(amount, { minLength: 36, maxLength: 36 }), (all) =>
          assertSameStatement(contract, calculator, costs(all.slice(0, 16), all.slice(16, 32), all.slice(32))),
        ),
        { numRuns: 20 },
      );
    }
  });

  it("says for how long it is, and is no shorter than what it limits", async () => {
    const said = (limit: string): Promise<string[]> => messagesOf(`${PAYMENTS} limit most ${limit}`);
    assert.deepEqual(await said("on all payments at most £5, the earliest first"), [
      "most does not say for how long it is.",
    ]);
    assert.deepEqual(await said("on all payments at most £5 each quarter, the earliest first"), [
      "most is each quarter, and third is worked out for a longer time: each year.",
    ]);
    assert.deepEqual(await said("on first-payment at most £5 each year, reduced in proportion"), [
      "most is each year, and first-payment is paid each quarter, before it is known how much all come to.",
    ]);
  });
});
