import assert from "node:assert/strict";
import { type OutcomeData, Rational, settle } from "@concordat/model";
import { exampleContract } from "./support/example-contract.js";
import { figuresGiven } from "./support/figures-given.js";
import { referenceCase } from "./support/reference-case.js";
import { amountOf } from "./support/statement.js";

interface Row {
  key: string;
  points: string;
  list_size: number;
  practice_prevalence_pct: string;
}
interface TeachingExamples {
  inputs: Row[];
  expected: { key: string; published: string; published_to?: string }[];
}

const ratio = (percent: string): string => Rational.parse(percent).over(Rational.of(100)).toText();

/** Which contract, year, practice and payment stand for a case, and what the contract is given of it. */
const CASES: Record<
  string,
  { file: string; year: string; practice: string; payment: string; figures: (row: Row) => Record<string, string> }
> = {
  lincs_af_2022_23: atrialFibrillation("2022/23"),
  ardens_af_2021_22: atrialFibrillation("2021/22"),
  ardens_dementia_2021_22: {
    file: "disease-areas",
    year: "2021/22",
    practice: "hillside",
    payment: "dementia",
    figures: (row) => ({
      "list-size": String(row.list_size),
      "dementia-achievement": "1",
      "dementia-prevalence": ratio(row.practice_prevalence_pct),
    }),
  },
  pulse_qi_2021_22: {
    file: "quality-improvement",
    year: "2021/22",
    practice: "meadow",
    payment: "improvement",
    figures: (row) => ({ "list-on-1-january": String(row.list_size), "modules-completed": "1" }),
  },
  insightsol_practice1: ownValue("riverside"),
  insightsol_practice2: ownValue("hillside"),
};

function atrialFibrillation(year: string): (typeof CASES)[string] {
  return {
    file: "disease-areas",
    year,
    practice: "riverside",
    payment: "atrial-fibrillation",
    figures: (row) => ({
      "list-size": String(row.list_size),
      "af-achievement": "1",
      "af-prevalence": ratio(row.practice_prevalence_pct),
    }),
  };
}

function ownValue(practice: string): (typeof CASES)[string] {
  return {
    file: "prevalence",
    year: "2026/27",
    practice,
    payment: "points-payment",
    figures: (row) => ({ "points-earned": row.points, "practice-prevalence": ratio(row.practice_prevalence_pct) }),
  };
}

describe("points, prices and list sizes", () => {
  it("pay each published teaching example to the penny, or as finely as it is printed", async function () {
    const { inputs, expected } = referenceCase<TeachingExamples>("qof-payment-worked-examples", this);
    assert.deepEqual(inputs.map(({ key }) => key).sort(), Object.keys(CASES).sort());
    for (const row of inputs) {
      const { file, year, practice, payment, figures } = CASES[row.key]!;
      const contract = await exampleContract(`qof/${file}.concordat`);
      const data: OutcomeData = figuresGiven(contract, year, figures(row), { practice });
      const statement = settle(contract, data);
      const inYear = statement.periods.find(({ period }) => period === year)!.payments;
      const paid = inYear.find((entry) => entry.payment === payment && entry.for === practice)!;
      const { published, published_to } = expected.find(({ key }) => key === row.key)!;
      assert.ok(paid.amount !== null, `${row.key}: ${paid.reason}`);
      const gap = amountOf({ amount: paid.amount }).less(Rational.parse(published)).size();
      const allowed = Rational.parse(published_to === undefined ? "0" : "1");
      assert.ok(!gap.above(allowed), `${row.key}: ${paid.amount} is paid, and ${published} is published`);
    }
  });
});
