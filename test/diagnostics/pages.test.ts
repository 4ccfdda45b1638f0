import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.join(import.meta.dirname, "../..");
const folder = path.join(root, "docs/diagnostics");

describe("docs/diagnostics", () => {
  let made: Record<string, string> = {};
  before(async () => {
    const script = (await import(path.join(root, "scripts/diagnostics.mjs"))) as { pages(): Record<string, string> };
    made = script.pages();
  });

  it("has no page for what cannot be found", () => {
    assert.deepEqual(
      readdirSync(folder).filter((name) => !(name in made)),
      [],
      "run: npm run diagnostics",
    );
  });
  it("has a page for everything that can be found, with what the catalogue and the cases say", () => {
    const written = new Set(readdirSync(folder));
    const stale = Object.entries(made)
      .filter(([name, text]) => !written.has(name) || readFileSync(path.join(folder, name), "utf8") !== text)
      .map(([name]) => name);
    assert.deepEqual(stale, [], "run: npm run diagnostics");
  });
});
