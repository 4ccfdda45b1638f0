import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readOutcomeData } from "@concordat/data";
import { dataFolderOf, exampleContract } from "./support/example-contract.js";
import { root } from "./support/root.js";

const MAKER = join(root, "scripts/make-data/systems.mjs");

describe("data kept beside the examples", function () {
  this.timeout(300_000);
  const made = mkdtempSync(join(tmpdir(), "concordat-systems-"));
  before(() => {
    execFileSync(process.execPath, [MAKER, "--out", made]);
  });
  after(() => rmSync(made, { recursive: true }));

  it("is what its maker writes, to the byte", () => {
    const systems = readdirSync(made);
    assert.ok(systems.length >= 8);
    for (const system of systems) {
      const kept = join(root, "examples", system, "data");
      assert.deepEqual(readdirSync(kept), readdirSync(join(made, system, "data")), system);
      for (const name of readdirSync(kept)) {
        const bytes = readFileSync(join(kept, name));
        assert.ok(bytes.equals(readFileSync(join(made, system, "data", name))), `${system}/data/${name} differs`);
        assert.ok(bytes.length < 60_000, `${system}/data/${name} is too large to keep`);
      }
    }
  });

  it("has no row that cannot be used", async () => {
    for (const system of readdirSync(made)) {
      const name = `${system}/${system}.concordat`;
      const { problems, quarantine } = await readOutcomeData(await exampleContract(name), dataFolderOf(name));
      assert.deepEqual(problems, [], system);
      assert.deepEqual(quarantine, [], system);
    }
  });
});
