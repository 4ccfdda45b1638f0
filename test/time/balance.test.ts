import assert from "node:assert/strict";
import { evaluatorOf, periodsOf, Rational, settle } from "@concordat/model";
import fc from "fast-check";
import { assertSameStatement } from "../calculators/javascript/agreement.js";
import { calculatorOf } from "../calculators/javascript/load.js";
import { contractOf, messagesOf, reported } from "./contract.js";

const RESERVE = `
  figure paid-in "Paid in" : money, during each quarter, if not reported defer to reconciliation
  figure asked "Asked for" : money, during each quarter, if not reported defer to reconciliation
  balance reserve "Reserve" each quarter {
    opening  £1,000
    adds     paid-in
    earns    5% each year
    takes    grant
  }
  payment grant "Grant" each quarter {
    pays          asked
    then at most  reserve
    paid to       charity
  }`;

const pounds = fc.array(fc.integer({ min: 0, max: 300_000 }), { minLength: 16, maxLength: 16 });
const texts = (pence: readonly number[]): string[] => pence.map((amount) => Rational.of(amount, 100).toText());

describe("a balance", function () {
  this.timeout(300_000);
  it("is what stood before, plus what is added, plus what it earned, less what was taken, in every period", async () => {
    const contract = await contractOf(RESERVE);
    const ids = Object.values(contract.nodes).filter((node) => node.kind === "balance");
    const [before, after] = ["before", "after"].map((reads) => ids.find((node) => node.reads === reads)!.id);
    fc.assert(
      fc.property(pounds, pounds, (added, wanted) => {
        const values = [
          ...reported("paid-in", "quarter", texts(added)),
          ...reported("asked", "quarter", texts(wanted)),
        ];
        const evaluator = evaluatorOf(contract, values);
        const worth = (id: string, index: number): Rational => {
          const { value } = evaluator.step(id, { period: quarters[index]!, of: {} });
          assert.ok(value.is === "number");
          return value.number;
        };
        const quarters = periodsOf("quarter", evaluator.calendar);
        let stood = Rational.of(1000);
        quarters.forEach((quarter, index) => {
          const days = (Date.parse(quarter.to) - Date.parse(quarter.from)) / 86_400_000;
          const leap = quarter.label.startsWith("2027/28") ? 366 : 365;
          const earned = stood.times(Rational.of(5, 100)).times(Rational.of(days, leap));
          const now = stood.plus(Rational.of(added[index]!, 100)).plus(earned);
          assert.equal(worth(before!, index).toText(), now.toText(), quarter.label);
          const paid = evaluator.payment("grant", { period: quarter, of: {} }).amount;
          assert.ok(paid.is === "number" && !paid.number.above(now.plus(Rational.of(1, 100))));
          stood = Rational.higher(Rational.zero, now.less(paid.number));
          assert.equal(worth(after!, index).toText(), stood.toText(), quarter.label);
        });
      }),
      { numRuns: 40 },
    );
  });

  it("is worked out alike by the calculator, also where something is not reported", async () => {
    const contract = await contractOf(RESERVE);
    const calculator = await calculatorOf(contract);
    const maybe = fc.array(fc.option(fc.integer({ min: 0, max: 300_000 }), { freq: 20 }), {
      minLength: 16,
      maxLength: 16,
    });
    fc.assert(
      fc.property(maybe, maybe, (added, wanted) => {
        const text = (pence: readonly (number | null)[]) =>
          pence.map((amount) => (amount === null ? null : Rational.of(amount, 100).toText()));
        const values = [...reported("paid-in", "quarter", text(added)), ...reported("asked", "quarter", text(wanted))];
        assertSameStatement(contract, calculator, values);
      }),
      { numRuns: 40 },
    );
  });

  it("stops at nothing, and says so, unless it may fall below", async () => {
    const lines = (floor: string) => `
      figure spent : money, during each year, if not reported defer to reconciliation
      balance fund "Fund" each year { opening £100  takes spent  ${floor} }
      payment fee each year { pays £1 paid to charity }`;
    const carried = async (floor: string) => {
      const contract = await contractOf(lines(floor));
      const values = reported("spent", "year", ["150", "20"]);
      const { periods } = settle(contract, { values, digest: "", quality: [] });
      return periods.map(({ carried }) => carried?.[0]);
    };
    const stopped = await carried("");
    assert.deepEqual(
      stopped.map((one) => one?.amount),
      ["0.00", "0.00"],
    );
    assert.match(stopped[0]!.sentence, /£100, of which £150 is taken; which is more than there is: £0 is left/);
    assert.deepEqual(
      (await carried("may fall below £0")).map((one) => one?.amount),
      ["-50.00", "-70.00"],
    );
  });

  it("waits where what it takes waits, and never takes that for nothing", async () => {
    const contract = await contractOf(RESERVE);
    const values = [...reported("paid-in", "quarter", ["0", "0"]), ...reported("asked", "quarter", [null, "10"])];
    const { periods } = settle(contract, { values, digest: "", quality: [] });
    assert.deepEqual(
      periods.map(({ carried, payments }) => [carried?.[0]?.amount, payments[0]?.status]),
      [
        [null, "undetermined"],
        [null, "undetermined"],
      ],
    );
  });

  it("is not made of what reads it", async () => {
    assert.deepEqual(
      await messagesOf(`
        balance fund each year { opening £1  adds 5% of other }
        balance other each year { opening £1  adds 5% of fund }
        payment fee each year { pays fund paid to charity }`),
      ["fund, which reads other, which reads fund is worked out from itself."],
    );
  });

  it("needs something to begin with", async () => {
    assert.deepEqual(
      await messagesOf("balance fund each year { takes £1 }  payment fee each year { pays £1 paid to charity }"),
      ['fund needs a line "opening … or adds …".'],
    );
  });
});
