import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readOutcomeData } from "@concordat/data";
import { Rational, type Statement, settle } from "@concordat/model";
import { contractIn } from "../../examples/support/example-contract.js";
import { referenceCase } from "../../examples/support/reference-case.js";
import { root } from "../../examples/support/root.js";
import { entries } from "../../examples/support/statement.js";

interface PerformanceYear {
  inputs: Organisation[];
  expected: { key: string; shared_savings: string; shared_loss: string }[];
}
interface Organisation {
  key: string;
  track: 1 | 2;
  benchmark: string;
  savings: string;
  min_savings_rate: string;
  final_sharing_rate: string;
}

const CENT = Rational.parse("0.01");
/** Where savings are published in whole dollars, their payment was worked out from cents that are not published. */
const OF_WHOLE_DOLLARS = Rational.parse("0.30");

describe("shared savings, first performance year", function () {
  this.timeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), "concordat-mssp-"));
  after(() => rmSync(folder, { recursive: true }));

  it("pays and recovers what was published for all 70 organisations, to the cent", async function () {
    const { inputs, expected } = referenceCase<PerformanceYear>("mssp-2013-to-the-cent", this);
    assert.equal(inputs.length, 70);
    const statement = await settled(folder, inputs);
    const wrong = expected.flatMap(({ key, shared_savings, shared_loss }) => {
      const { savings } = inputs.find((organisation) => organisation.key === key)!;
      const allowed = savings.endsWith(".00") ? OF_WHOLE_DOLLARS : CENT;
      const entry = entries(statement).find((candidate) => candidate.for === key)!;
      const paid = amount(entry, "receives", key).less(Rational.parse(shared_savings)).size();
      const recovered = amount(entry, "pays", key).less(Rational.parse(shared_loss).size()).size();
      const agrees = entry.status === "determined" && !paid.above(allowed) && !recovered.above(allowed);
      return agrees
        ? []
        : [`${key}: ${entry.amount} (${entry.branch}), published ${shared_savings} and ${shared_loss}`];
    });
    assert.deepEqual(wrong, []);
  });
});

/** Writes the year as CSV files beside a copy of the contract, and settles the contract on them. */
async function settled(folder: string, organisations: readonly Organisation[]): Promise<Statement> {
  const data = join(folder, "data");
  const contract = join(folder, "shared-savings.concordat");
  mkdirSync(data);
  copyFileSync(join(root, "test/cases/mssp/shared-savings.concordat"), contract);
  const tracks = organisations.map(({ key, track }) => [key, track === 1 ? "one-sided" : "two-sided"]);
  writeFileSync(join(folder, "organisations.csv"), csv(["organisation", "track"], tracks));
  const results = organisations.map((row) => {
    const expenditure = Rational.parse(row.benchmark).less(Rational.parse(row.savings)).toFixed(2);
    return ["2013", row.key, row.benchmark, expenditure, row.min_savings_rate, row.final_sharing_rate];
  });
  const columns = ["benchmark", "expenditure", "minimum-savings-rate", "final-sharing-rate"];
  writeFileSync(join(data, "results.csv"), csv(["period", "organisation", ...columns], results));
  const model = await contractIn(contract);
  const read = await readOutcomeData(model, data);
  assert.deepEqual(read.quarantine, []);
  return settle(model, read.data, { next: false });
}

const csv = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows].map((row) => `${row.join(",")}\n`).join("");

type Entry = Statement["periods"][number]["payments"][number];

function amount(entry: Entry, side: "receives" | "pays", party: string): Rational {
  const part = entry[side].find((candidate) => candidate.party === party);
  return Rational.parse(part?.amount ?? "0");
}
