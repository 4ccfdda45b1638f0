import assert from "node:assert/strict";
import { Rational } from "@concordat/model";
import fc from "fast-check";
import { assertSameStatement } from "../calculators/javascript/agreement.js";
import { calculatorOf } from "../calculators/javascript/load.js";
import { contractOf, entriesOf, messagesOf, reported } from "./contract.js";

const DECLARED = `
  records rows dated by day { day date  person pseudonym  late yes or no }
  figure asked : money, during each quarter, if not reported defer to reconciliation
  figure beds : beds, at the end of each quarter, if not reported hold at the previous value, at first 40 beds
  metric score { count of rows measured each quarter if not reported defer to reconciliation }
  metric people { count of people in rows measured each quarter if not reported defer to reconciliation }
  metric lateness { share of rows counting those where late measured each quarter if not reported treat as baseline baseline 10% }`;
const paying = (amount: string): string => `${DECLARED} payment fee each quarter { pays ${amount} paid to charity }`;
const paid = async (amount: string, ...values: ReturnType<typeof reported>) =>
  entriesOf(await contractOf(paying(amount)), "fee", values).map((entry) => entry.amount);

describe("other periods", function () {
  this.timeout(300_000);
  const asked = reported("asked", "quarter", ["10", "20", "40", "80", "160"]);

  it("are the one before, the year to date, everything since the start, and the last so many", async () => {
    assert.deepEqual(await paid("previous asked, at first £3", ...asked), ["3.00", "10.00", "20.00", "40.00", "80.00"]);
    assert.deepEqual(await paid("year to date asked", ...asked), ["10.00", "30.00", "70.00", "150.00", "160.00"]);
    assert.deepEqual(await paid("since the start asked", ...asked), ["10.00", "30.00", "70.00", "150.00", "310.00"]);
    assert.deepEqual(await paid("average of the last 3 asked, at first £7", ...asked), [
      "7.00",
      "7.00",
      "23.33",
      "46.67",
      "93.33",
    ]);
  });

  it("work a share out again over all of the time, from above and below the line", async () => {
    const values = [
      ...reported("lateness.numerator", "quarter", ["1", "0", "3", "0", "7"]),
      ...reported("lateness.denominator", "quarter", ["2", "8", "10", "20", "10"]),
    ];
    // 1/2, 1/10, 4/20, 4/40; then a new year begins with 7/10.
    assert.deepEqual(await paid("year to date lateness of £100", ...values), [
      "50.00",
      "10.00",
      "20.00",
      "10.00",
      "70.00",
    ]);
    assert.deepEqual(await paid("average of the last 2 lateness of £100", ...values), [
      "10.00",
      "25.00",
      "15.00",
      "15.00",
      "35.00",
    ]);
  });

  it("stand at first as the value's own policy says, where it says something", async () => {
    assert.deepEqual(await paid("previous beds times £1 a bed", ...reported("beds", "quarter", ["10", null, "30"])), [
      "40.00",
      "10.00",
      "10.00",
    ]);
  });

  it("are worked out alike by the calculator, also where something is not reported", async () => {
    const contract = await contractOf(
      paying(`previous asked, at first £3
        then plus year to date asked
        then plus since the start asked
        then plus average of the last 3 asked, at first £7
        then plus average of the last 2 beds times £1 a bed
        then plus year to date lateness of £100
        then plus since the start score times £2 a row
        then plus previous lateness of £10`),
    );
    const calculator = await calculatorOf(contract);
    const maybe = fc.array(fc.option(fc.integer({ min: 0, max: 900 }), { freq: 40 }), { minLength: 16, maxLength: 16 });
    const text = (amounts: readonly (number | null)[]) =>
      amounts.map((amount) => (amount === null ? null : Rational.of(amount).toText()));
    fc.assert(
      fc.property(maybe, maybe, maybe, maybe, (asked, beds, late, all) => {
        assertSameStatement(contract, calculator, [
          ...reported("asked", "quarter", text(asked)),
          ...reported("beds", "quarter", text(beds)),
          ...reported("score.value", "quarter", text(all)),
          ...reported("lateness.numerator", "quarter", text(late)),
          ...reported("lateness.denominator", "quarter", text(all)),
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it("do not add up what does not add, nor reach for what never comes", async () => {
    const wrong = (amount: string) => messagesOf(paying(amount));
    assert.deepEqual(await wrong("year to date people times £1 a people"), [
      'people counts people, each once in a period, so "year to date people" cannot be told from its periods.',
    ]);
    assert.deepEqual(await wrong("year to date beds times £1 a bed"), [
      'beds does not add up over several periods, so there is no "year to date beds".',
    ]);
    assert.deepEqual(await wrong("previous asked"), [
      'The term begins with a period that has no earlier one, and nothing says what "previous asked" is then.',
    ]);
    assert.deepEqual(await wrong("average of the last 1 asked, at first £1"), [
      "An average of the last 1 is no average: it takes two periods or more.",
    ]);
  });
});
