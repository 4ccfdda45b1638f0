import assert from "node:assert/strict";
import { Rational } from "@concordat/model";
import fc from "fast-check";
import { assertSameStatement } from "../calculators/javascript/agreement.js";
import { calculatorOf } from "../calculators/javascript/load.js";
import { contractOf, entriesOf, messagesOf, reported } from "./contract.js";

const LINES = `
  figure cpi "Consumer prices" : percentage, during each year, if not reported defer to reconciliation
  payment fee each year {
    pays     £100,000, uplifted by cpi on 1 April each year from 2027, capped at 5%
    paid to  charity
  }
  payment service each quarter {
    pays     £1,000 each quarter, uplifted by cpi on 1 July each year from 2027
    paid to  charity
  }`;

describe("an amount that rises by a reported index", function () {
  this.timeout(300_000);

  it("rises by the rate of the year in which the day falls, by no more than the cap, on the amount as last raised", async () => {
    const contract = await contractOf(LINES);
    // 2026/27 has no rise; then 2%, 9% that counts as 5%, and −1%.
    const values = reported("cpi", "year", ["0.5", "0.02", "0.09", "-0.01"]);
    const paid = (payment: string) => entriesOf(contract, payment, values).map(({ amount }) => amount);
    assert.deepEqual(paid("fee"), ["100000.00", "102000.00", "107100.00", "106029.00"]);
    assert.deepEqual(paid("service").slice(3, 10), [
      "1000.00",
      "1000.00",
      "1020.00",
      "1020.00",
      "1020.00",
      "1020.00",
      "1111.80",
    ]);
  });

  it("waits for a rate that is not reported, and not for those that are still to come", async () => {
    const contract = await contractOf(LINES);
    const entries = entriesOf(contract, "fee", reported("cpi", "year", ["0.01", "0.02", null]));
    assert.deepEqual(
      entries.map(({ status }) => status),
      ["determined", "determined"],
    );
    const later = entriesOf(contract, "fee", reported("cpi", "year", ["0.01", null, "0.02"]));
    assert.deepEqual(
      later.map(({ status }) => status),
      ["determined", "undetermined", "undetermined"],
    );
  });

  it("is worked out alike by the calculator", async () => {
    const contract = await contractOf(LINES);
    const calculator = await calculatorOf(contract);
    const rates = fc.array(fc.option(fc.integer({ min: -50, max: 150 }), { freq: 12 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(rates, (thousandths) => {
        const texts = thousandths.map((rate) => (rate === null ? null : Rational.of(rate, 1000).toText()));
        assertSameStatement(contract, calculator, reported("cpi", "year", texts));
      }),
      { numRuns: 60 },
    );
  });

  it("rises by a percentage, and by nothing else", async () => {
    const wrong = await messagesOf(`
      figure visits : visits, during each year, if not reported defer to reconciliation
      payment fee each year { pays £1, uplifted by visits on 1 April each year from 2027 paid to charity }`);
    assert.deepEqual(wrong, ["What an amount is uplifted by must be a percentage, but this is visits."]);
  });
});

describe("a contract that ends early", function () {
  this.timeout(300_000);
  const LINES_EARLY = `
    ends early on 30 September 2027
    payment fee each year { pays £36,600 paid to charity }`;

  it("has part periods at its end, paid by days", async () => {
    const contract = await contractOf(LINES_EARLY);
    // From 1 April to 30 September 2027 are 183 of 366 days.
    assert.deepEqual(
      entriesOf(contract, "fee", []).map(({ amount }) => amount),
      ["36600.00", "18300.00"],
    );
    assert.deepEqual([contract.term.to, contract.plannedTo], ["2027-09-30", "2030-03-31"]);
  });

  it("ends inside its term", async () => {
    assert.deepEqual(
      await messagesOf("ends early on 1 April 2031  payment fee each year { pays £1 paid to charity }"),
      ["The contract cannot end early on 1 April 2031: its term runs from 1 April 2026 to 31 March 2030."],
    );
  });
});
