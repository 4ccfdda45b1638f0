import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compileJavaScript } from "@concordat/calculators";
import { referenceMechanism } from "../../model/reference-mechanism.js";

const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

/** What TypeScript says of code that uses the calculator of the reference mechanism: its errors, without their places. */
function complaintsOf(use: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "concordat-types-"));
  try {
    const { code, types } = compileJavaScript(referenceMechanism());
    writeFileSync(join(folder, "calculator.mjs"), code);
    writeFileSync(join(folder, "calculator.d.mts"), types);
    writeFileSync(join(folder, "use.mts"), use);
    const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--types", "", "use.mts"];
    execFileSync(process.execPath, [compiler, ...options], { cwd: folder, encoding: "utf8", stdio: "pipe" });
    return [];
  } catch (error) {
    const { stdout } = error as { stdout: string };
    return [...stdout.matchAll(/error TS\d+: (.*)/g)].map(([, text]) => text!);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the types of a calculator", function () {
  this.timeout(300_000);

  it("fit its use", () => {
    const use = `
      import { calculate, contract, settle, type Input, type Inputs } from "./calculator.mjs";
      const inputs: Input[] = [{ name: "m", of: {}, from: "2026-04-01", to: "2027-04-01", value: "190" }];
      const amount: string | null = settle(inputs, { period: "2026/27" }).periods[0]!.payments[0]!.amount;
      const given: Inputs = { m: [190n, 1n], c: null };
      const pence: bigint | null = calculate(given, "2026/27")[0]!.amount;
      const name: "outcomes" | "gain-loss" | "total" = contract.payments[0]!.name;
      export { amount, name, pence };
    `;
    assert.deepEqual(complaintsOf(use), []);
  });

  it("know the contract's names, and that money is no float", () => {
    const use = `
      import { calculate, settle } from "./calculator.mjs";
      settle([{ name: "n", of: {}, from: "2026-04-01", to: "2027-04-01", value: "190" }]);
      calculate({ m: [190.5, 1] });
    `;
    const complaints = complaintsOf(use);
    assert.equal(complaints.length, 3, complaints.join("\n"));
    assert.match(complaints[0]!, /'"n"' is not assignable to type 'InputName'/);
    assert.match(complaints[1]!, /'number' is not assignable to type 'bigint'/);
  });
});
