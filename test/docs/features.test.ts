import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { contractIn } from "../examples/support/example-contract.js";
import { root } from "../examples/support/root.js";
import { NOT_YET, PROOFS } from "./feature-proofs.js";

const page = path.join(root, "docs/features.md");
const rows = readFileSync(page, "utf8")
  .split("\n")
  .filter((line) => /^\| F\d+ \|/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, code, feature, saidWith, shownIn]) => ({
    code: code!,
    feature: feature!,
    saidWith: saidWith!,
    examples: [...shownIn!.matchAll(/\]\(([^)]+\.concordat)\)/g)].map(([, example]) => example!),
  }));

describe("the table of features", () => {
  it("has a row for each, and a proof for each that is there", () => {
    const codes = rows.map(({ code }) => code);
    assert.deepEqual(codes, [...new Set([...Object.keys(PROOFS), ...NOT_YET])].sort(byNumber));
    assert.deepEqual(
      rows.filter(({ saidWith }) => saidWith.includes("not there yet")).map(({ code }) => code),
      NOT_YET,
    );
  });

  const shown = rows.flatMap(({ examples, ...row }) => examples.map((example) => ({ ...row, example })));
  for (const { code, feature, example } of shown) {
    it(`${code}, ${feature}: ${path.basename(example)} says it`, async () => {
      const proof = PROOFS[code];
      assert.ok(proof, `nothing proves ${code}`);
      assert.ok(proof(await contractIn(path.resolve(path.dirname(page), example))), `${example} does not use it`);
    });
  }

  it("could not name just any example", async () => {
    const plain = await contractIn(path.join(root, "examples/nec-option-c/even-split.concordat"));
    const proved = Object.keys(PROOFS).filter((code) => PROOFS[code]!(plain));
    assert.deepEqual(proved, ["F4", "F21"], "even-split has a difference that goes either way, and nothing else");
  });
});

const byNumber = (a: string, b: string): number => Number(a.slice(1)) - Number(b.slice(1));
