import assert from "node:assert/strict";
import { Rational } from "@concordat/model";
import fc from "fast-check";
import { assertSameStatement } from "../calculators/javascript/agreement.js";
import { calculatorOf } from "../calculators/javascript/load.js";
import { contractOf, entriesOf, messagesOf, reported } from "./contract.js";

const FIGURES = `
  figure spent : money, during each quarter, if not reported defer to reconciliation
  define target as £100 each quarter`;
const saving = (more: string): string => `${FIGURES}
  payment share each quarter {
    compares  spent with target
    if below { then times 50%  paid to charity }
    cumulative over the term
    ${more}
  }`;

const text = (amounts: readonly (number | null)[]) =>
  amounts.map((amount) => (amount === null ? null : Rational.of(amount, 3).toText()));
const sixteen = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 16, maxLength: 16 });
const spending = sixteen(fc.integer({ min: 0, max: 600 }));

describe("a cumulative payment", function () {
  this.timeout(300_000);

  it("is what is due on everything since the start, less what was computed before", async () => {
    const contract = await contractOf(saving(""));
    // Half of what was saved to date: 20, then 20, then 45; the fourth quarter loses what it saved.
    const entries = entriesOf(contract, "share", reported("spent", "quarter", ["60", "100", "50", "160"]));
    assert.deepEqual(
      entries.map(({ amount }) => amount),
      ["20.00", "0.00", "25.00", "0.00"],
    );
  });

  it("is paid back where the whole to date falls, if it may be recovered", async () => {
    const contract = await contractOf(saving("may be recovered"));
    const entries = entriesOf(contract, "share", reported("spent", "quarter", ["60", "100", "50", "160", "300"]));
    assert.deepEqual(
      entries.map(({ amount, recovered, pays, receives }) => [
        amount,
        recovered ?? false,
        pays[0]?.party,
        receives[0]?.party,
      ]),
      [
        ["20.00", false, "council", "charity"],
        ["0.00", false, undefined, undefined],
        ["25.00", false, "council", "charity"],
        ["30.00", true, "charity", "council"],
        ["15.00", true, "charity", "council"],
      ],
    );
  });

  it("adds up to the whole, to the penny, in every quarter", async () => {
    const contract = await contractOf(saving("may be recovered"));
    fc.assert(
      fc.property(spending, (amounts) => {
        const entries = entriesOf(contract, "share", reported("spent", "quarter", text(amounts)));
        let [paid, spent] = [Rational.zero, Rational.zero];
        entries.forEach(({ amount, recovered }, index) => {
          const size = Rational.parse(amount!);
          paid = recovered ? paid.less(size) : paid.plus(size);
          spent = spent.plus(Rational.of(amounts[index]!, 3));
          const saved = Rational.of(100 * (index + 1)).less(spent);
          const due = Rational.higher(Rational.zero, saved).over(Rational.of(2));
          assert.ok(!paid.less(due).size().above(Rational.of(1, 200)), `${index}: ${paid.toText()} of ${due.toText()}`);
        });
      }),
      { numRuns: 40 },
    );
  });

  it("is worked out alike by the calculator, also where a quarter is not reported", async () => {
    const maybe = sixteen(fc.option(fc.integer({ min: 0, max: 600 }), { freq: 30 }));
    for (const more of ["", "may be recovered"]) {
      const contract = await contractOf(saving(more));
      const calculator = await calculatorOf(contract);
      fc.assert(
        fc.property(maybe, (amounts) =>
          assertSameStatement(contract, calculator, reported("spent", "quarter", text(amounts))),
        ),
        { numRuns: 40 },
      );
    }
  });

  it("reaches its bands as the whole grows", async () => {
    const contract = await contractOf(`${FIGURES}
      payment grant each quarter {
        pays         spent
        then banded  100% of the first £100, 50% of the next £100, 0% of the rest
        paid to      charity
        cumulative over the term
      }`);
    const entries = entriesOf(contract, "grant", reported("spent", "quarter", ["60", "60", "60", "60"]));
    // 60; 100 and half of 20; half of 60; half of 20.
    assert.deepEqual(
      entries.map(({ amount }) => amount),
      ["60.00", "50.00", "30.00", "10.00"],
    );
  });

  it("goes one way, and reads what can be taken since the start", async () => {
    assert.deepEqual(
      await messagesOf(`${FIGURES} payment share each quarter {
        compares spent with target  either way { then times 50%  paid to charity when below  paid by charity when above }
        cumulative over the term }`),
      ["share is cumulative, and has a side below and a side above."],
    );
    assert.deepEqual(
      await messagesOf(`balance fund each quarter { opening £5 }
        payment share each quarter { pays fund paid to charity cumulative over the term }`),
      ["share is cumulative, and fund cannot be taken over everything since the start."],
    );
  });
});
