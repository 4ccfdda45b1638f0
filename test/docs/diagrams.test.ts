import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../examples/support/root.js";

const reference = path.join(root, "docs/reference");
const read = (...way: string[]): string => readFileSync(path.join(reference, ...way), "utf8");

interface Drawn {
  drawings(): Record<string, string>;
  pages(): Record<string, string>;
}

describe("the diagrams of the grammar", function () {
  this.timeout(300_000);
  let drawings: Record<string, string> = {};
  let pages: Record<string, string> = {};
  before(async () => {
    const script = (await import(path.join(root, "scripts/diagrams.mjs"))) as Drawn;
    drawings = script.drawings();
    pages = script.pages();
  });

  it("are those of the grammar that contracts are read with", () => {
    const written = Object.fromEntries(
      readdirSync(path.join(reference, "diagrams")).map((name) => [name, read("diagrams", name)]),
    );
    const stale = [...new Set([...Object.keys(drawings), ...Object.keys(written)])].filter(
      (name) => drawings[name] !== written[name],
    );
    assert.deepEqual(stale, [], "run: npm run diagrams");
  });
  it("stand on their pages, each said in words too", () => {
    const stale = Object.keys(pages).filter((name) => read(name) !== pages[name]);
    assert.deepEqual(stale, [], "run: npm run diagrams");
  });
  it("are on every page of the reference that shows how something is written", () => {
    const without = readdirSync(reference)
      .filter((name) => name.endsWith(".md"))
      .filter((name) => /^## How it is written$/m.test(read(name)) && !pages[name]);
    assert.deepEqual(without, WITHOUT);
  });
  it("hold no script, and no colour for one kind of screen only", () => {
    for (const [name, svg] of Object.entries(drawings)) {
      assert.doesNotMatch(svg, /<script|javascript:|on[a-z]+=|href/i, name);
      assert.match(svg, /prefers-color-scheme: dark/, name);
    }
  });
});

/** Names are written everywhere. */
const WITHOUT = ["names.md"];
