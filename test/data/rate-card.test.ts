import assert from "node:assert/strict";
import {
  type CardLine,
  calendarOf,
  nextDay,
  type PaidFor,
  type PeriodKind,
  periodsOf,
  type RateCard,
  Rational,
} from "@concordat/model";
import fc from "fast-check";
import { contract, field, records, tally, where } from "./contract.js";
import { read } from "./folder.js";
import { type Happening, naiveCard } from "./naive-card.js";

const source = { line: 1, column: 1, offset: 0, length: 0 };
const WHAT = ["job", "course", "in-work"];
const achievements = {
  ...records("achievements", "from", [
    field("person", { type: "pseudonym" }),
    field("what", { type: "category", values: WHAT }),
    field("from", { type: "date" }),
    field("until", { type: "date" }, true),
  ]),
  lastingTo: "until",
};
const term = { from: "2026-04-01", to: "2028-03-31" };
const yearStarts = { month: 4, day: 1 };
const KNOWN_TO = "2027-09-30";

const line = (name: string, price: string, paidFor: PaidFor, of: string, limits: Partial<CardLine> = {}): CardLine => ({
  name,
  price,
  paidFor,
  of,
  where: where("what", "is", "name", of),
  ...limits,
  count: `${name}.count`,
  paid: `${name}.paid`,
  source,
});
const cardOf = (lines: CardLine[], person: RateCard["person"] = []): RateCard => ({
  payment: "work",
  records: "achievements",
  each: "quarter",
  lines,
  person,
  source,
});
const contractOf = (card: RateCard) =>
  contract({
    term,
    records: [achievements],
    cards: [card],
    tallies: card.lines.flatMap(({ count, paid }) =>
      [count, paid].map((name) => tally(name, "achievements", { card: "work", each: ["quarter"] })),
    ),
  });

/** What is paid in each quarter that has anything: "2026/27 Q1 first 1 £100". */
async function paid(card: RateCard, rows: string[], covers = { from: "2026-04-01", to: KNOWN_TO }): Promise<string[]> {
  const { data } = await read(contractOf(card), {
    "achievements.csv": `person,what,from,until\n${rows.map((row) => `${row}\n`).join("")}`,
    "data.json": { sources: { achievements: { covers } } },
  });
  const quarters = periodsOf("quarter", calendarOf(term, yearStarts));
  return quarters.flatMap(({ label, fullFrom }) =>
    card.lines.flatMap(({ name, count, paid: money }) => {
      const value = (of: string) => data.values.find((each) => each.name === of && each.from === fullFrom)?.value;
      return value(count) === null || value(count) === "0" ? [] : [`${label} ${name} ${value(count)} £${value(money)}`];
    }),
  );
}

const weeks = (count: number) => ({ count, unit: "week" }) as const;

describe("a rate card for persons", () => {
  const first = cardOf([line("first", "100", { kind: "first" }, "job")]);

  it("pays the first of a person once, whatever the order of the rows", async () => {
    assert.deepEqual(await paid(first, ["p1,job,2026-08-01,", "p1,job,2026-05-01,", "p2,job,2026-08-02,"]), [
      "2026/27 Q1 first 1 £100",
      "2026/27 Q2 first 1 £100",
    ]);
  });

  it("counts nothing before the term", async () => {
    assert.deepEqual(await paid(first, ["p1,job,2026-03-31,", "p1,job,2026-07-01,"]), ["2026/27 Q2 first 1 £100"]);
  });

  const stayed = cardOf([line("stayed", "2500", { kind: "when", lasts: weeks(26) }, "in-work")]);

  it("pays for 26 weeks on the day after the 182nd", async () => {
    // From 1 April the 182 days end on 29 September; from 2 April they are complete on 1 October.
    assert.deepEqual(await paid(stayed, ["p1,in-work,2026-04-01,2026-09-29"]), ["2026/27 Q2 stayed 1 £2500"]);
    assert.deepEqual(await paid(stayed, ["p1,in-work,2026-04-01,2026-09-28"]), []);
    assert.deepEqual(await paid(stayed, ["p1,in-work,2026-04-02,2026-09-30"]), ["2026/27 Q3 stayed 1 £2500"]);
  });

  it("takes rows that touch as one stretch, and begins anew after a day between", async () => {
    const rest = "p1,in-work,2026-04-01,2026-06-30";
    assert.deepEqual(await paid(stayed, [rest, "p1,in-work,2026-07-01,2026-09-29"]), ["2026/27 Q2 stayed 1 £2500"]);
    assert.deepEqual(await paid(stayed, [rest, "p1,in-work,2026-07-02,2026-12-29"]), []);
    assert.deepEqual(await paid(stayed, [rest, "p2,in-work,2026-07-01,2026-09-29"]), []);
  });

  it("takes a state without an end as lasting to the day that the data is known to, and waits for what lies beyond", async () => {
    const known = (to: string) => ({ from: "2026-04-01", to });
    assert.deepEqual(await paid(stayed, ["p1,in-work,2026-06-01,"], known("2026-12-31")), [
      "2026/27 Q3 stayed 1 £2500",
    ]);
    assert.deepEqual(await paid(stayed, ["p1,in-work,2026-07-15,"], known("2026-12-31")), []);
    assert.deepEqual(await paid(stayed, ["p1,in-work,2026-07-15,"], known("2027-03-31")), [
      "2026/27 Q4 stayed 1 £2500",
    ]);
    assert.deepEqual(await paid(stayed, ["p1,in-work,2026-07-15,2030-01-01"], known("2026-12-31")), []);
  });

  it("limits a line first, then the person: the earliest first, and what crosses in part", async () => {
    const card = cardOf(
      [
        line("course", "300", { kind: "each" }, "course", { eachPerson: { count: 2, span: "term" } }),
        line("job", "500", { kind: "first" }, "job"),
      ],
      [{ amount: "1000", span: "term" }],
    );
    const rows = ["2026-05-01", "2026-05-02", "2026-05-03"].map((day) => `p1,course,${day},`);
    assert.deepEqual(await paid(card, [...rows, "p1,job,2026-07-01,"]), [
      "2026/27 Q1 course 2 £600",
      "2026/27 Q2 job 1 £400",
    ]);
  });

  it("pays no more than a line has in all, the earliest date first, then the pseudonym", async () => {
    const card = cardOf([
      line("course", "300", { kind: "each" }, "course", { inAll: { amount: "500", span: "year" } }),
    ]);
    assert.deepEqual(await paid(card, ["p1,course,2026-08-01,", "p2,course,2026-05-01,", "p3,course,2027-05-01,"]), [
      "2026/27 Q1 course 1 £300",
      "2026/27 Q2 course 1 £200",
      "2027/28 Q1 course 1 £300",
    ]);
  });

  const group = (most: string, span: PeriodKind): RateCard =>
    cardOf([
      line("easier", "100", { kind: "each" }, "job", {
        share: { most, of: "achievements", lines: ["easier", "harder"], span },
      }),
      line("harder", "140", { kind: "each" }, "course"),
    ]);
  const on = (what: string, ...days: string[]) => days.map((day, index) => `${what}${index},${what},${day},`);

  it("pays a line no more than its share of all that are paid, the earliest first", async () => {
    // Beside three others, seven are at most 70% of ten.
    const easier = on("job", ...Array.from({ length: 9 }, (_, index) => `2026-05-0${index + 1}`));
    const harder = on("course", "2026-04-01", "2026-04-02", "2026-06-30");
    assert.deepEqual(await paid(group("0.7", "quarter"), [...easier, ...harder]), [
      "2026/27 Q1 easier 7 £700",
      "2026/27 Q1 harder 3 £420",
    ]);
  });

  it("pays what did not fit as soon as enough others are paid, to the end of the span", async () => {
    const rows = [...on("job", "2026-05-01", "2026-05-02", "2027-03-31"), ...on("course", "2026-07-01", "2027-04-01")];
    assert.deepEqual(await paid(group("0.5", "year"), rows), [
      "2026/27 Q2 easier 1 £100",
      "2026/27 Q2 harder 1 £140",
      "2027/28 Q1 harder 1 £140",
    ]);
    assert.deepEqual(await paid(group("0.5", "term"), rows), [
      "2026/27 Q2 easier 1 £100",
      "2026/27 Q2 harder 1 £140",
      "2027/28 Q1 easier 1 £100",
      "2027/28 Q1 harder 1 £140",
    ]);
  });

  it("counts only others who are paid", async () => {
    const card = group("0.5", "year");
    const [easier, harder] = card.lines;
    const few = cardOf([easier!, { ...harder!, eachPerson: { count: 1, span: "term" } }]);
    const rows = [...on("job", "2026-05-01", "2026-05-02"), "p1,course,2026-04-01,", "p1,course,2026-04-02,"];
    assert.deepEqual(await paid(few, rows), ["2026/27 Q1 easier 1 £100", "2026/27 Q1 harder 1 £140"]);
  });

  it("says how many do not fit", async () => {
    const { data } = await read(contractOf(group("0.5", "year")), {
      "achievements.csv": `person,what,from,until\n${[...on("job", "2026-05-01", "2026-05-02"), ...on("course", "2026-07-01")].join("\n")}\n`,
      "data.json": { sources: { achievements: { covers: { from: "2026-04-01", to: KNOWN_TO } } } },
    });
    const origins = data.values.filter(({ name }) => name === "easier.count").map(({ origin }) => origin);
    assert.deepEqual(origins.slice(0, 5), [
      "achievements.csv, person by person, 2 more do not fit into 50% of all that are paid",
      "achievements.csv, person by person, 1 more does not fit into 50% of all that are paid",
      "achievements.csv, person by person, 1 more does not fit into 50% of all that are paid",
      "achievements.csv, person by person, 1 more does not fit into 50% of all that are paid",
      "achievements.csv, person by person",
    ]);
  });

  it("is not determined where the extract begins after the term, or ends before the period does", async () => {
    const { data } = await read(contractOf(first), {
      "achievements.csv": "person,what,from,until\np1,job,2026-08-01,\n",
      "data.json": { sources: { achievements: { covers: { from: "2026-05-01", to: "2026-12-31" } } } },
    });
    const why = data.values.filter(({ name }) => name === "first.paid").map((value) => value.why);
    assert.match(why[1]!, /records from 1 May 2026; what each person was paid for is counted since 1 April 2026/);
    assert.match(why[3]!, /records to 31 December 2026/);
    assert.ok(data.values.every(({ value }) => value === null));
  });

  it("gives no pseudonym away", async () => {
    const result = await read(contractOf(first), {
      "achievements.csv": "person,what,from,until\nQ17,job,2026-08-01,\nQ18,job,x,\n",
      "data.json": { sources: { achievements: { covers: { from: "2026-04-01", to: KNOWN_TO } } } },
    });
    assert.doesNotMatch(JSON.stringify(result), /Q17|Q18/);
  });
});

describe("the data engine, asked what persons are paid", () => {
  const DAYS: string[] = [];
  for (let day = "2026-03-20"; day < "2027-10-10"; day = nextDay(day)) DAYS.push(day);
  const day = fc.constantFrom(...DAYS);
  const row = fc
    .record({
      person: fc.constantFrom("p1", "p2", "p3"),
      what: fc.constantFrom(...WHAT),
      from: day,
      until: fc.option(day, { nil: "" }),
    })
    .filter(({ what, from, until }) => what !== "in-work" || until === "" || until >= from);
  const span = fc.constantFrom<PeriodKind>("quarter", "year", "term");
  const amount = fc.integer({ min: 1, max: 90_000 }).map((pence) => Rational.of(BigInt(pence), 100n).toDecimal()!);
  const lasts = fc.oneof(
    fc.record({ count: fc.integer({ min: 1, max: 12 }), unit: fc.constant("week" as const) }),
    fc.record({ count: fc.integer({ min: 1, max: 3 }), unit: fc.constant("month" as const) }),
  );
  const paidFor = fc.oneof(
    fc.record({ kind: fc.constantFrom("first" as const, "each" as const) }),
    fc.record({ kind: fc.constantFrom("when" as const, "every" as const), lasts }),
  );
  const limits = fc.record(
    {
      eachPerson: fc.record({ count: fc.integer({ min: 1, max: 3 }), span }),
      inAll: fc.record({ amount, span }),
    },
    { requiredKeys: [] },
  );
  const card = fc.record({
    lines: fc.array(fc.tuple(amount, paidFor, fc.constantFrom(...WHAT), limits), { minLength: 1, maxLength: 4 }),
    person: fc.array(fc.record({ amount, span }), { maxLength: 1 }),
    share: fc.option(fc.record({ most: fc.constantFrom("0.7", "0.5", "0.25", "1/3"), span })),
  });

  it("agrees with going through persons, days and limits one by one", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 40 }), card, async (drawn, { lines, person, share }) => {
        const rows: Happening[] = [...new Map(drawn.map((each) => [JSON.stringify(each), each])).values()];
        const of = cardOf(
          lines.map(([price, what, name, more], index) => {
            const limited = index === 0 && share && lines.length > 1;
            const whole = { of: "achievements", lines: lines.map((_, place) => `line-${place}`) };
            return line(
              `line-${index}`,
              price,
              what,
              name,
              limited ? { ...more, share: { ...share, ...whole } } : more,
            );
          }),
          person,
        );
        const { data, quarantine } = await read(contractOf(of), {
          "achievements.csv": `person,what,from,until\n${rows.map((each) => `${[each.person, each.what, each.from, each.until].join(",")}\n`).join("")}`,
          "data.json": { sources: { achievements: { covers: { from: "2026-04-01", to: KNOWN_TO } } } },
        });
        assert.deepEqual(quarantine, []);
        const expected = naiveCard(of, rows, calendarOf(term, yearStarts), KNOWN_TO);
        const quarters = periodsOf("quarter", calendarOf(term, yearStarts)).filter(({ to }) => to <= nextDay(KNOWN_TO));
        for (const [number, { fullFrom }] of quarters.entries()) {
          const found = of.lines.map(({ count, paid: money }) => {
            const value = (name: string) =>
              Rational.parse(data.values.find((each) => each.name === name && each.from === fullFrom)!.value!);
            return {
              count: Number(value(count).toText()),
              pence: Number(value(money).times(Rational.of(100)).toText()),
            };
          });
          assert.deepEqual(found, expected[number]);
        }
      }),
      { numRuns: 40 },
    );
  }).timeout(30_000);
});
