import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readOutcomeData } from "@concordat/data";
import { Rational, settle } from "@concordat/model";
import { skip } from "../support/skip.js";
import { dataFolderOf, exampleContract } from "./support/example-contract.js";

// The payments of examples/rochdale worked out a second time, from the rows, by somebody who has only read the contract.

const NAME = "rochdale/rochdale.concordat";
const exact = (text: string): Rational => Rational.parse(text);
const share = (part: number, whole: number): Rational => Rational.of(part, whole);

describe("the Rochdale payments, worked out by hand from the rows", function () {
  this.timeout(300_000);
  before(function () {
    if (existsSync(dataFolderOf(NAME))) return;
    skip(this, "no data yet: node scripts/make-data/index.mjs writes it");
  });

  it("are those of the statement, in each of the three years", async () => {
    const contract = await exampleContract(NAME);
    const { data } = await readOutcomeData(contract, dataFolderOf(NAME));
    const { periods } = settle(contract, data, { next: false });
    for (const year of [2026, 2027, 2028]) {
      const { payments } = periods.find(({ period }) => period === `${year}/${(year % 100) + 1}`)!;
      const paid = (name: string) => payments.find(({ payment }) => payment === name)!;
      const achieved = achievedIn(year);
      assert.equal(paid("outcomes").amount, exact("1200000").times(achieved).toFixed(2), `outcomes in ${year}`);
      const { side, amount } = gainOrLoss(year, achieved);
      assert.deepEqual(
        [paid("gain-loss").branch, paid("gain-loss").amount],
        [side, amount.toFixed(2)],
        `gain-loss in ${year}`,
      );
    }
  });
});

/** How much of the pool is earned. */
function achievedIn(year: number): Rational {
  const spells = rows("spells.csv").filter(({ discharged }) => contractYear(discharged!) === year);
  const old = spells.filter(({ method, age }) => method === "emergency" && Number(age) >= 65);
  const registered = rows("lists.csv")
    .filter(({ period }) => period!.startsWith(`${year}/`))
    .map((row) => Number(row["registered-65"]));
  const rate = share(
    old.length * 1_000 * 4,
    registered.reduce((sum, quarter) => sum + quarter),
  );
  const lowered = exact("215.4").less(rate).over(exact("25.4"));
  const back30 = emergencies();
  const closed = spells.filter(({ discharged }) => day(discharged!) + 30 <= day("2029-03-31"));
  const back = share(closed.filter((spell) => cameBack(spell, back30)).length, closed.length);
  const said = rows("surveys.csv").filter(
    ({ answered, rating }) => contractYear(answered!) === year && rating !== "unsure",
  );
  const good = share(said.filter(({ rating }) => rating === "very-good" || rating === "good").length, said.length);
  return Rational.sum([
    exact("0.4").times(Rational.higher(Rational.zero, Rational.lower(Rational.one, lowered))),
    exact("0.3").times(back.below(exact("0.12")) ? Rational.one : exact(back.below(exact("0.135")) ? "0.5" : "0")),
    exact("0.3").times(!good.below(exact("0.85")) ? Rational.one : exact(good.below(exact("0.8")) ? "0" : "0.5")),
  ]);
}

function gainOrLoss(year: number, achieved: Rational): { side: "below" | "above"; amount: Rational } {
  let target = exact("48000000");
  for (let since = 2026; since < year; since++) target = target.times(exact("1.031"));
  const of = (percent: string): Rational => target.times(exact(percent));
  const cost = Rational.sum(
    rows("actual-cost.csv")
      .filter(({ period }) => period!.startsWith(`${year}/`))
      .map((row) => exact(row["actual-cost"]!)),
  );
  const gap = target.less(cost).size();
  const between = (from: string, to: string): Rational =>
    Rational.higher(Rational.zero, Rational.lower(gap, of(to)).less(of(from)));
  if (cost.above(target)) return { side: "above", amount: between("0.02", "0.05").times(exact("0.4")) };
  const open = !achieved.below(exact("0.6"));
  return { side: "below", amount: open ? between("0.02", "0.1").times(exact("0.5")) : Rational.zero };
}

/** The sound rows of a file: no mistake in a cell that a payment reads, and each row once. */
function rows(name: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(join(dataFolderOf(NAME), name), "utf8")
    .trimEnd()
    .split("\n");
  const columns = header!.split(",");
  return [...new Set(lines)]
    .map((line) => Object.fromEntries(line.split(",").map((cell, at) => [columns[at]!, cell])))
    .filter(
      ({ method, cost, discharged }) =>
        method !== "transfer" && !cost?.endsWith("est") && !discharged?.endsWith("-02-30"),
    );
}

/** Days on which each person was admitted as an emergency. */
function emergencies(): ReadonlyMap<string, number[]> {
  const days = new Map<string, number[]>();
  for (const { person, admitted, method } of rows("spells.csv")) {
    if (method === "emergency") days.set(person!, [...(days.get(person!) ?? []), day(admitted!)]);
  }
  return days;
}

/** Nobody is in hospital twice at once, so a spell that begins after another's end is another spell. */
function cameBack(
  { person, admitted, discharged }: Record<string, string>,
  emergencies: ReadonlyMap<string, number[]>,
): boolean {
  const home = day(discharged!);
  const own = (emergencies.get(person!) ?? []).filter((back) => back >= home && back <= home + 30);
  return own.some((back) => back > day(admitted!));
}

const day = (iso: string): number => Date.parse(iso) / 86_400_000;

/** 2026 for a day from 1 April 2026 to 31 March 2027; NaN where there is no day. */
function contractYear(day: string): number {
  const [year, month] = day.split("-").map(Number);
  return month! < 4 ? year! - 1 : month === undefined ? Number.NaN : year!;
}
