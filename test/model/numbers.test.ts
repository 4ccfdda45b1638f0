import assert from "node:assert/strict";
import { byLargestRemainder, Rational, roundTo, type TieRule, withResidual } from "@concordat/model";
import fc from "fast-check";

const big = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const fraction = fc.tuple(big, fc.bigInt({ min: 1n, max: 10n ** 9n })).map(([top, bottom]) => Rational.of(top, bottom));
const penny = Rational.parse("0.01");

describe("exact numbers", () => {
  it("add and multiply as fractions do, in any order and any grouping", () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        assert.ok(a.plus(b).equals(b.plus(a)));
        assert.ok(a.times(b).equals(b.times(a)));
        assert.ok(
          a
            .plus(b)
            .plus(c)
            .equals(a.plus(b.plus(c))),
        );
        assert.ok(a.times(b.plus(c)).equals(a.times(b).plus(a.times(c))));
        assert.ok(a.less(a).isZero);
        if (!a.isZero) assert.ok(b.over(a).times(a).equals(b));
      }),
    );
  });

  it("compare as their difference says", () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        const difference = a.less(b);
        assert.equal(a.below(b), difference.isNegative);
        assert.equal(a.equals(b), difference.isZero);
        assert.ok(Rational.higher(a, b).plus(Rational.lower(a, b)).equals(a.plus(b)));
      }),
    );
  });

  it("are read back from their text without loss", () => {
    fc.assert(
      fc.property(fraction, (a) => {
        assert.ok(Rational.parse(a.toText()).equals(a));
        const decimal = a.toDecimal();
        if (decimal !== undefined) assert.ok(Rational.parse(decimal).equals(a));
      }),
    );
  });

  it("know a decimal that has an end from one that has none", () => {
    assert.equal(Rational.parse("3/8").toDecimal(), "0.375");
    assert.equal(Rational.parse("1/3").toDecimal(), undefined);
    assert.equal(Rational.parse("-3.0750").toDecimal(), "-3.075");
  });

  it("print to the nearest, halves away from zero, never as minus nothing", () => {
    assert.equal(Rational.parse("0.125").toFixed(2), "0.13");
    assert.equal(Rational.parse("-0.125").toFixed(2), "-0.13");
    assert.equal(Rational.parse("-0.001").toFixed(2), "0.00");
    assert.equal(Rational.parse("2/3").toFixed(4), "0.6667");
    assert.equal(Rational.parse("12").toFixed(0), "12");
  });

  it("refuse what is not an exact number", () => {
    for (const text of ["", "1e3", "£5", "1,000", ".5", "5.", "NaN"]) {
      assert.throws(() => Rational.parse(text), /not an exact number/);
    }
    assert.throws(() => Rational.one.over(Rational.zero), /division by zero/);
  });
});

describe("rounding to a unit", () => {
  const cases: [value: string, unit: string, ties: TieRule, expected: string][] = [
    ["0.005", "0.01", "away-from-zero", "0.01"],
    ["0.005", "0.01", "to-even", "0"],
    ["0.015", "0.01", "to-even", "0.02"],
    ["0.0149999", "0.01", "away-from-zero", "0.01"],
    ["-0.005", "0.01", "away-from-zero", "-0.01"],
    ["-0.009", "0.01", "towards-zero", "0"],
    ["1250", "100", "away-from-zero", "1300"],
    ["1250", "100", "to-even", "1200"],
    ["1250", "100", "towards-zero", "1200"],
  ];
  for (const [value, unit, ties, expected] of cases) {
    it(`${value} to ${unit}, ${ties}: ${expected}`, () => {
      assert.equal(roundTo(Rational.parse(value), Rational.parse(unit), ties).toDecimal(), expected);
    });
  }

  it("is never further than half a unit away, and a loss rounds as the equal gain", () => {
    fc.assert(
      fc.property(fraction, fc.constantFrom<TieRule>("away-from-zero", "to-even"), (value, ties) => {
        const rounded = roundTo(value, penny, ties);
        assert.ok(!rounded.less(value).size().times(Rational.of(2)).above(penny));
        assert.ok(roundTo(value.negated(), penny, ties).equals(rounded.negated()));
      }),
    );
  });
});

describe("dividing an amount", () => {
  const pence = fc.bigInt({ min: 0n, max: 10n ** 12n }).map((count) => penny.times(Rational.of(count)));
  const weights = fc
    .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 6 })
    .filter((list) => list.some((weight) => weight > 0))
    .map((list) => list.map((weight) => Rational.of(weight)));

  it("by largest remainder adds up, and no part is a penny or more from exact", () => {
    fc.assert(
      fc.property(pence, weights, (amount, list) => {
        const parts = byLargestRemainder(amount, list, penny);
        assert.ok(Rational.sum(parts).equals(amount));
        const whole = Rational.sum(list);
        parts.forEach((part, index) => {
          const exact = amount.times(list[index]!).over(whole);
          assert.ok(part.less(exact).size().below(penny));
        });
      }),
    );
  });

  it("gives the odd penny to the largest remainder, and between equals to the first listed", () => {
    const text = (amount: string, ...list: number[]): string[] =>
      byLargestRemainder(
        Rational.parse(amount),
        list.map((weight) => Rational.of(weight)),
        penny,
      ).map((part) => part.toFixed(2));
    assert.deepEqual(text("100.00", 1, 1, 1), ["33.34", "33.33", "33.33"]);
    assert.deepEqual(text("0.02", 1, 1, 1), ["0.01", "0.01", "0.00"]);
    assert.deepEqual(text("0.10", 55, 30, 15), ["0.06", "0.03", "0.01"]);
    assert.deepEqual(text("0.01", 15, 30, 55), ["0.00", "0.00", "0.01"]);
  });

  it("with a residual party leaves it every odd penny", () => {
    fc.assert(
      fc.property(pence, weights, fc.nat(), (amount, list, pick) => {
        const residual = pick % list.length;
        const parts = withResidual(amount, list, penny, residual);
        assert.ok(Rational.sum(parts).equals(amount));
        const whole = Rational.sum(list);
        parts.forEach((part, index) => {
          const exact = amount.times(list[index]!).over(whole);
          if (index !== residual) assert.ok(part.equals(roundTo(exact, penny, "towards-zero")));
          else assert.ok(!part.below(roundTo(exact, penny, "towards-zero")));
        });
      }),
    );
  });
});
