import assert from "node:assert/strict";
import { checkFiles } from "@concordat/language";
import {
  type ContractModel,
  evaluatorOf,
  type InputValue,
  periodsOf,
  Rational,
  type Statement,
  type StatementPayment,
  settle,
} from "@concordat/model";
import fc from "fast-check";
import { cases } from "../support/measure.js";
import { agreement, declarationsWith, type MadeAgreement, textOf, values } from "./made-agreement.js";
import { additivePayment } from "./made-payment.js";

const RUNS = { numRuns: cases(1_000) };

describe("any contract, whatever is reported", function () {
  this.timeout(1_800_000);

  it("is checked without an error, and its statement balances: payers, payees, payment by payment, in total", () =>
    fc.assert(
      fc.asyncProperty(agreement, async (made) => {
        const statement = await settled(made);
        for (const entry of entries(statement)) {
          const amount = Rational.parse(entry.amount ?? "0");
          for (const side of [entry.receives, entry.pays, entry.flows]) equal(sum(side), amount, entry.payment);
          for (const flow of entry.flows) assert.ok(Rational.parse(flow.amount).above(Rational.zero));
        }
        const total = (side: "receives" | "pays") =>
          Rational.sum(statement.totals.map((each) => Rational.parse(each[side])));
        equal(total("receives"), total("pays"), "in total");
      }),
      RUNS,
    ));

  it("keeps every cap on an amount, and every cap on what one party receives", () =>
    fc.assert(
      fc.asyncProperty(agreement, async (made) => {
        for (const entry of entries(await settled(made))) {
          const { most, eachMost } = made.payments.find(({ name }) => name === entry.payment)!;
          if (most !== undefined) assert.ok(!Rational.parse(entry.amount ?? "0").above(Rational.of(most)));
          for (const { party, amount } of eachMost ? entry.receives : []) {
            const limit = Rational.of(eachMost!.limit);
            assert.ok(party === eachMost!.excessTo || !Rational.parse(amount).above(limit), `${party} gets ${amount}`);
          }
        }
      }),
      RUNS,
    ));

  it("divides each amount into parts that are the whole: within a penny of each share where nothing is capped", () =>
    fc.assert(
      fc.asyncProperty(agreement, async (made) => {
        const contract = await checked(textOf(made.declarations));
        for (const entry of entries(settle(contract, dataOf(made.values), { next: false }))) {
          const payment = contract.payments.find(({ name }) => name === entry.payment)!;
          const branch = payment.branches.find(({ when }) => when === entry.branch);
          if (!branch || branch.limits.length > 0 || entry.amount === null) continue;
          const { receivers } = branch;
          const parts = receivers.kind === "parties" ? receivers.parts : [];
          const all = Rational.sum(parts.map(({ share }) => Rational.parse(share)));
          for (const { party, share } of parts) {
            const exact = Rational.parse(entry.amount).times(Rational.parse(share)).over(all);
            const got = entry.receives.find((each) => each.party === party)?.amount ?? "0";
            const off = Rational.parse(got).less(exact).size();
            assert.ok(off.below(Rational.parse("0.01")), `${party} gets ${got} of ${exact.toText()}`);
          }
        }
      }),
      RUNS,
    ));

  it("says the same when its declarations stand in another order", () =>
    fc.assert(
      fc.asyncProperty(agreement, fc.infiniteStream(fc.nat()), async (made, keys) => {
        const order = made.declarations.map((text) => ({ text, key: keys.next().value as number }));
        const shuffled = order.sort((a, b) => a.key - b.key).map(({ text }) => text);
        assert.deepEqual(moneyIn(await settled({ ...made, declarations: shuffled })), moneyIn(await settled(made)));
      }),
      RUNS,
    ));

  it("is settled to the same bytes each time", () =>
    fc.assert(
      fc.asyncProperty(agreement, async (made) => {
        assert.equal(JSON.stringify(await settled(made)), JSON.stringify(await settled(made)));
      }),
      { numRuns: cases(200) },
    ));
});

describe("a contract whose amounts are flows", function () {
  this.timeout(1_800_000);

  it("comes, quarter by quarter, to exactly what it is for the year and for the term", () =>
    fc.assert(
      fc.asyncProperty(additivePayment("flows"), values, async (payment, given) => {
        const known = given.map((value) => ({ ...value, value: value.value ?? "0" }));
        const exact = async (each: string, kind: "quarter" | "year" | "term"): Promise<Rational> => {
          const contract = await checked(textOf(declarationsWith([payment(each)])));
          const evaluator = evaluatorOf(contract, known);
          const [only] = contract.payments;
          return Rational.sum(
            periodsOf(kind, evaluator.calendar).map((period) => evaluator.outcome(only!, period).exact!),
          );
        };
        const quarters = await exact("each quarter", "quarter");
        equal(await exact("each year", "year"), quarters, "of the years");
        equal(await exact("over the term", "term"), quarters, "of the term");
      }),
      RUNS,
    ));
});

async function checked(text: string): Promise<ContractModel> {
  const [file] = await checkFiles([{ file: "made.concordat", text }], () => undefined);
  const errors = file!.findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
  assert.deepEqual(errors, [], text);
  return file!.contracts[0]!;
}

const settled = async (made: MadeAgreement): Promise<Statement> =>
  settle(await checked(textOf(made.declarations)), dataOf(made.values), { next: false });

const dataOf = (all: readonly InputValue[]) => ({ values: [...all], digest: "0", quality: [] });
const entries = ({ periods }: Statement): StatementPayment[] => periods.flatMap(({ payments }) => payments);
const sum = (parts: readonly { amount: string }[]): Rational =>
  Rational.sum(parts.map(({ amount }) => Rational.parse(amount)));
const equal = (a: Rational, b: Rational, what: string): void =>
  assert.ok(a.equals(b), `${what}: ${a.toText()} is not ${b.toText()}`);

/** Who pays what to whom, and why not, by payment and period: everything but where it stands in the text. */
function moneyIn({ periods, totals }: Statement): unknown {
  const rows = periods.flatMap(({ period, payments }) =>
    payments.map(({ payment, amount, status, branch, receives, pays, flows }) => ({
      of: `${payment} ${period}`,
      amount,
      status,
      branch,
      receives,
      pays,
      flows,
    })),
  );
  return { rows: rows.sort((a, b) => (a.of < b.of ? -1 : 1)), totals };
}
