import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { filesIn, root } from "./files.js";

describe("generated files are those of the grammar", () => {
  it("packages/language/src/generated and syntaxes: npm run generate changes nothing", function () {
    this.timeout(300_000);
    const copy = mkdtempSync(path.join(tmpdir(), "concordat-generate-"));
    try {
      for (const file of ["langium-config.json", "scripts", "packages/language/src/grammar"]) {
        mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
        cpSync(path.join(root, file), path.join(copy, file), { recursive: true });
      }
      symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"));
      execFileSync(process.execPath, [path.join(copy, "scripts/generate.mjs")], { cwd: copy, stdio: "pipe" });
      const made = ["packages/language/src/generated", "syntaxes"].flatMap((folder) =>
        filesIn(path.join(copy, folder), /./).map((file) => path.join(folder, file)),
      );
      assert.ok(made.length >= 4, "the generator wrote its files");
      const stale = made.filter(
        (file) => readFileSync(path.join(copy, file), "utf8") !== readFileSync(path.join(root, file), "utf8"),
      );
      assert.deepEqual(stale, [], "run: npm run generate");
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
});
