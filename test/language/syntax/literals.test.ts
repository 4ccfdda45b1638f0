import assert from "node:assert/strict";
import fc from "fast-check";
import { parseMoney } from "../../../packages/language/src/parser/values.js";
import { messages, read } from "./reading.js";

const value = (literal: string): Record<string, unknown> => {
  const text = `contract a { define x as ${literal} }`;
  assert.deepEqual(messages(text), []);
  const { contracts } = read(text).parseResult.value as unknown as {
    contracts: { items: { value: { value: Record<string, unknown> } }[] }[];
  };
  return contracts[0]!.items[0]!.value.value;
};

describe("literals are exact text, never a floating number", () => {
  const cases: readonly [written: string, kind: string, value: string][] = [
    ["£1,200,000", "Money", "GBP 1200000"],
    ["£1200000", "Money", "GBP 1200000"],
    ["£3.5 million", "Money", "GBP 3500000"],
    ["£1.25 thousand", "Money", "GBP 1250"],
    ["£0.1 billion", "Money", "GBP 100000000"],
    ["£0.05", "Money", "GBP 0.05"],
    ["£10.50", "Money", "GBP 10.5"],
    ["€5", "Money", "EUR 5"],
    ["$5", "Money", "USD 5"],
    ["12.5%", "Percent", "12.5"],
    ["100%", "Percent", "100"],
    ["0.10%", "Percent", "0.1"],
    ["30,000", "NumberLiteral", "30000"],
    ["215.4", "NumberLiteral", "215.4"],
    ["007", "NumberLiteral", "7"],
    ["1 April 2026", "DateLiteral", "2026-04-01"],
    ["29 February 2028", "DateLiteral", "2028-02-29"],
    ["2026-04-01", "DateLiteral", "2026-04-01"],
  ];
  for (const [written, kind, expected] of cases) {
    it(`${written} is ${expected}`, () => {
      const literal = value(written);
      assert.deepEqual([literal.$type, literal.value], [kind, expected]);
    });
  }

  it("keeps every digit of an amount, however long", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.integer({ min: 1, max: 99 }), (pounds, pence) => {
        const digits = `${pounds}.${String(pence).padStart(2, "0")}`;
        const { amount } = parseMoney(value(`£${digits}`).value as string);
        assert.equal(amount.replace(/\.?$/, ""), digits.replace(/0$/, ""));
      }),
      { numRuns: 50 },
    );
  });

  it("takes the unit of a number and of an amount", () => {
    assert.equal(value("9,639 people").unit, "people");
    assert.equal(value("£45 a visit").unit, "visit");
  });

  it("knows days of the year and periods", () => {
    const year = read("contract a { year starts 1 April example e { in 2026/27  Q1 } }").parseResult.value;
    const [line, example] = (year as unknown as { contracts: { items: Record<string, unknown>[] }[] }).contracts[0]!
      .items;
    assert.equal(line!.day, "--04-01");
    assert.deepEqual((example!.lines as { period: string }[])[0]!.period, "2026/27 Q1");
  });
});
