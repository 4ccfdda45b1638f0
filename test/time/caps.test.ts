import assert from "node:assert/strict";
import { Rational } from "@concordat/model";
import fc from "fast-check";
import { assertSameStatement } from "../calculators/javascript/agreement.js";
import { calculatorOf } from "../calculators/javascript/load.js";
import { contractOf, entriesOf, messagesOf, reported } from "./contract.js";

const ASKED = 'figure asked "Asked for" : money, during each quarter, if not reported defer to reconciliation';
const CAPPED = `${ASKED}
  payment grant each quarter {
    pays          asked
    only when     asked at least £100
    then year:    at most £1,000.50 each year
    then term:    at most £2,500 over the term
    paid to       charity
  }`;

const asked = fc.array(fc.option(fc.integer({ min: 0, max: 600_000 }), { freq: 30 }), { minLength: 16, maxLength: 16 });
const thirds = (amounts: readonly (number | null)[]) =>
  amounts.map((amount) => (amount === null ? null : Rational.of(amount, 300).toText()));
const total = (amounts: readonly (string | null)[]): Rational =>
  Rational.sum(amounts.map((amount) => Rational.parse(amount ?? "0")));

describe("a cap over a longer span", function () {
  this.timeout(300_000);

  it("is never exceeded, to the penny, in any year nor over the term, and is used up where enough is asked for", async () => {
    const contract = await contractOf(CAPPED);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600_000 }), { minLength: 16, maxLength: 16 }), (amounts) => {
        const paid = entriesOf(contract, "grant", reported("asked", "quarter", thirds(amounts))).map(
          ({ amount }) => amount,
        );
        for (let year = 0; year < 4; year++) {
          const sum = total(paid.slice(4 * year, 4 * year + 4));
          assert.ok(!sum.above(Rational.parse("1000.50")), `${year}: ${sum.toText()}`);
        }
        assert.ok(!total(paid).above(Rational.of(2500)));
        const enough = [0, 4, 8].every((first) =>
          total(thirds(amounts.slice(first, first + 4).filter((one) => one >= 30_000))).above(Rational.of(1001)),
        );
        if (enough) assert.equal(total(paid).toText(), "2500");
      }),
      { numRuns: 60 },
    );
  });

  it("is worked out alike by the calculator, also where a quarter is not reported", async () => {
    const contract = await contractOf(CAPPED);
    const calculator = await calculatorOf(contract);
    fc.assert(
      fc.property(asked, (amounts) =>
        assertSameStatement(contract, calculator, reported("asked", "quarter", thirds(amounts))),
      ),
      { numRuns: 60 },
    );
  });

  it("is a part of itself in a year that the term cuts short; over the term it is whole", async () => {
    const lines = (span: string) => `${ASKED}
      payment grant each quarter { pays asked then at most £365 ${span} paid to charity }`;
    // From 1 January to 31 March 2027 are 90 days of 365.
    const paid = async (span: string) => {
      const contract = await contractOf(lines(span), "from 1 January 2027 to 31 March 2028");
      const values = ["2027-01-01 2027-04-01", "2027-04-01 2027-07-01"].map((days) => {
        const [from, to] = days.split(" ") as [string, string];
        return { name: "asked", of: {}, from, to, value: "400" };
      });
      return entriesOf(contract, "grant", values).map(({ amount }) => amount);
    };
    assert.deepEqual(await paid("each year"), ["90.00", "365.00"]);
    assert.deepEqual(await paid("over the term"), ["365.00", "0.00"]);
  });

  it("says what was used before", async () => {
    const [, second] = entriesOf(await contractOf(CAPPED), "grant", reported("asked", "quarter", ["900", "900"]));
    const sentences = JSON.stringify(second!.steps);
    assert.match(
      sentences,
      /is above what is left of the cap of £1,000.50 in 2026\/27, of which £900 was used before: £100.50/,
    );
  });

  it("cannot be over a shorter span, nor a floor over a longer one", async () => {
    const step = (line: string) =>
      messagesOf(`${ASKED} payment grant each quarter { pays asked then ${line} paid to charity }`);
    assert.deepEqual(await step("at most £10 each month"), [
      'This payment is worked out each quarter, and the limit is "each month".',
    ]);
    assert.deepEqual(await step("at least £10 each year"), [
      'This payment is worked out each quarter, and the limit is "each year".',
    ]);
  });
});
