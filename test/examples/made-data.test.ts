import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./support/root.js";

const FILES = ["spells.csv", "surveys.csv", "lists.csv", "actual-cost.csv", "data.json"];

describe("scripts/make-data", function () {
  this.timeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), "concordat-data-"));
  const make = (name: string): string => {
    execFileSync(process.execPath, [join(root, "scripts/make-data/index.mjs"), "--out", join(folder, name)]);
    return join(folder, name);
  };
  let made: string;
  before(() => {
    made = make("first");
  });
  after(() => rmSync(folder, { recursive: true }));

  const table = (name: string): Record<string, string>[] => {
    const [header, ...lines] = readFileSync(join(made, name), "utf8").trimEnd().split("\n");
    const columns = header!.split(",");
    return lines.map((line) => Object.fromEntries(line.split(",").map((cell, at) => [columns[at]!, cell])));
  };

  it("writes the same bytes every time", () => {
    const again = make("again");
    for (const name of FILES) {
      assert.ok(readFileSync(join(made, name)).equals(readFileSync(join(again, name))), `${name} differs`);
    }
  });

  it("has nobody in hospital twice at once", () => {
    const home = new Map<string, string>();
    let stays = 0;
    for (const { person, admitted, discharged, method, cost } of table("spells.csv")) {
      if (/-02-30$/.test(discharged!) || method === "transfer" || / est$/.test(cost!)) continue;
      const before = home.get(person!);
      const twice = before !== undefined && admitted! <= before;
      if (twice) stays++;
      home.set(person!, discharged === "" ? "9999" : discharged!);
    }
    assert.equal(stays, 12, "only the rows that stand there twice on purpose");
  });

  it("says of a spell that an emergency followed within 30 days where one did", () => {
    const days = (date: string): number => Date.parse(date) / 86_400_000;
    const sound = table("spells.csv").filter(
      ({ discharged, method }) => !/-02-30$/.test(discharged!) && method !== "transfer",
    );
    const emergencies = new Map<string, number[]>();
    for (const { person, admitted, method } of sound) {
      if (method === "emergency") emergencies.set(person!, [...(emergencies.get(person!) ?? []), days(admitted!)]);
    }
    const known = sound.filter(({ discharged }) => discharged !== "" && discharged! <= "2029-02-28");
    const followed = known.filter(({ person, discharged }) =>
      (emergencies.get(person!) ?? []).some((day) => day > days(discharged!) && day <= days(discharged!) + 30),
    );
    const flagged = known.filter(({ readmitted }) => readmitted === "within-30-days");
    const unexplained = flagged.filter((row) => !followed.includes(row));
    assert.ok(flagged.length > 10_000);
    assert.equal(followed.filter(({ readmitted }) => readmitted === "no").length, 0);
    assert.ok(unexplained.length <= 70, "all but those whose next spell is a row with a mistake");
  });
});
