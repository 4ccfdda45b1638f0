import assert from "node:assert/strict";
import {
  calendarOf,
  daysIn,
  fullDaysIn,
  isPart,
  type PeriodKind,
  parsePeriod,
  periodAt,
  periodsOf,
  previousPeriod,
} from "@concordat/model";
import fc from "fast-check";

const april = calendarOf({ from: "2026-04-01", to: "2031-03-31" }, { month: 4, day: 1 });
const tax = calendarOf({ from: "2026-04-06", to: "2029-04-05" }, { month: 4, day: 6 });
const january = calendarOf({ from: "2026-01-01", to: "2028-12-31" }, { month: 1, day: 1 });
const labels = (kind: PeriodKind, calendar: typeof april): string[] =>
  periodsOf(kind, calendar).map((period) => period.label);

describe("periods of a contract", () => {
  it("are named as people name them in a year from 1 April", () => {
    assert.deepEqual(labels("year", april), ["2026/27", "2027/28", "2028/29", "2029/30", "2030/31"]);
    assert.deepEqual(labels("quarter", april).slice(0, 5), [
      "2026/27 Q1",
      "2026/27 Q2",
      "2026/27 Q3",
      "2026/27 Q4",
      "2027/28 Q1",
    ]);
    assert.deepEqual(labels("half-year", april).slice(0, 2), ["2026/27 H1", "2026/27 H2"]);
    assert.deepEqual(labels("month", april).slice(8, 11), ["December 2026", "January 2027", "February 2027"]);
    assert.deepEqual(labels("term", april), ["the term"]);
  });

  it("begin on 6 April where the contract says so", () => {
    const [first, second] = periodsOf("quarter", tax);
    assert.deepEqual([first!.from, first!.to], ["2026-04-06", "2026-07-06"]);
    assert.deepEqual([second!.label, second!.from], ["2026/27 Q2", "2026-07-06"]);
    assert.equal(periodAt("year", "2027-04-05", tax).label, "2026/27");
    assert.equal(periodAt("year", "2027-04-06", tax).label, "2027/28");
  });

  it("take the year's own number in a calendar year", () => {
    assert.deepEqual(labels("year", january), ["2026", "2027", "2028"]);
    assert.equal(periodAt("quarter", "2027-08-15", january).label, "2027 Q3");
  });

  it("are cut to the term, and know how many of their days lie inside", () => {
    const late = calendarOf({ from: "2026-07-15", to: "2028-03-31" }, { month: 4, day: 1 });
    const [first, second] = periodsOf("year", late);
    assert.deepEqual([first!.from, first!.to, first!.fullFrom], ["2026-07-15", "2027-04-01", "2026-04-01"]);
    assert.deepEqual([daysIn(first!), fullDaysIn(first!)], [260, 365]);
    assert.ok(isPart(first!));
    assert.ok(!isPart(second!));
    assert.equal(fullDaysIn(second!), 366, "2027/28 holds 29 February 2028");
    assert.deepEqual(
      periodsOf("quarter", late)
        .slice(0, 2)
        .map(({ label, from }) => [label, from]),
      [
        ["2026/27 Q2", "2026-07-15"],
        ["2026/27 Q3", "2026-10-01"],
      ],
    );
  });

  it("follow each other without a gap and cover the term, whatever the term", () => {
    const days = fc.integer({ min: 0, max: 2000 });
    const kinds = fc.constantFrom<PeriodKind>("month", "quarter", "half-year", "year", "term");
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 2000 }), kinds, (start, length, kind) => {
        const date = (offset: number): string =>
          new Date(Date.UTC(2026, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);
        const calendar = calendarOf({ from: date(start), to: date(start + length) }, { month: 4, day: 1 });
        const periods = periodsOf(kind, calendar);
        assert.equal(periods[0]!.from, calendar.from);
        assert.equal(periods.at(-1)!.to, calendar.to);
        for (const [index, period] of periods.entries()) {
          if (index > 0) assert.equal(period.from, periods[index - 1]!.to);
          assert.ok(period.from < period.to);
        }
      }),
    );
  });

  it("are read back from their names", () => {
    for (const calendar of [april, tax, january]) {
      for (const kind of ["month", "quarter", "half-year", "year", "term"] as const) {
        for (const period of periodsOf(kind, calendar)) {
          assert.deepEqual(parsePeriod(period.label, calendar), period);
        }
      }
    }
  });

  it("refuse names that are no period of the contract", () => {
    for (const text of ["2026/28", "2026/27 Q5", "2026/27 H3", "Smarch 2026", "soon", ""]) {
      assert.equal(parsePeriod(text, april), undefined, text);
    }
    assert.equal(parsePeriod("2026/27", january), undefined);
  });

  it("know the one before, and none before the term", () => {
    const [first, second] = periodsOf("quarter", april);
    assert.deepEqual(previousPeriod(second!, april), first);
    assert.equal(previousPeriod(first!, april), undefined);
  });
});
