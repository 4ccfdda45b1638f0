import assert from "node:assert/strict";
import { join } from "node:path";
import { addDays, settle } from "@concordat/model";
import { read } from "../../data/folder.js";
import { contractIn } from "../../examples/support/example-contract.js";
import { referenceCase } from "../../examples/support/reference-case.js";
import { root } from "../../examples/support/root.js";

interface Groups {
  inputs: { key: string; group: string; job_outcome: boolean; sustained_4_week_periods: number }[];
  expected: { key: string; payment: number }[];
}

describe("the prices of the Work Programme", function () {
  this.timeout(300_000);

  it("come to what was published for each group, person by person", async function () {
    const { inputs, expected } = referenceCase<Groups>("dwp-work-programme-payment-groups", this);
    const contract = await contractIn(join(root, "test/cases/work-programme/work-programme.concordat"));
    for (const person of inputs) {
      const rows = rowsOf(person).map((row) => `${row.join(",")}\n`);
      const { data } = await read(contract, {
        "milestones.csv": `person,group,milestone,reached,until\n${rows.join("")}`,
        "data.json": { sources: { milestones: { covers: { from: "2011-06-01", to: "2030-05-31" } } } },
      });
      const [term] = settle(contract, data, { next: false }).periods;
      const { payment } = expected.find(({ key }) => key === person.key)!;
      assert.equal(term!.payments[0]!.amount, `${payment}.00`, person.key);
    }
  });
});

/** Taken on in June, in a job after three months of work, then in work for so many periods of four weeks. */
function rowsOf({ group, job_outcome, sustained_4_week_periods }: Groups["inputs"][number]): string[][] {
  const name = group.toLowerCase().replace("+", "-plus").replaceAll(" ", "-");
  const milestone = (what: string, from: string, until = ""): string[] => ["p1", name, what, from, until];
  const inWork = "2011-12-01";
  return [
    milestone("attachment", "2011-06-20"),
    ...(job_outcome ? [milestone("job-outcome", inWork)] : []),
    ...(sustained_4_week_periods > 0
      ? [milestone("in-work", inWork, addDays(inWork, 28 * sustained_4_week_periods - 1))]
      : []),
  ];
}
