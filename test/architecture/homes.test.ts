import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { LineConstruct, NODE_RULES } from "@concordat/model";
import { filesIn, root } from "./files.js";

const below = (folder: string, fits: RegExp): string[] =>
  filesIn(path.join(root, folder), fits).map((file) => path.join(folder, file));
const has = (file: string): boolean => existsSync(path.join(root, file));

/** The homes of a kind of node: how it is evaluated, explained and bounded, said in the summary, and written as JavaScript. */
const NODE_HOMES = [
  (kind: string) => `packages/model/src/nodes/${kind}.ts`,
  (kind: string) => `packages/model/src/explain/${kind}.ts`,
  (kind: string) => `packages/model/src/bounds/nodes/${kind}.ts`,
  (kind: string) => `packages/documents/src/sentences/${kind}.ts`,
  (kind: string) => `packages/calculators/src/javascript/nodes/${kind}.ts`,
];

/** The homes of a construct that begins a line of a payment. */
const LINE_HOMES = [
  (construct: string) => `packages/language/src/lowering/${construct}.ts`,
  (construct: string) => `packages/documents/src/sentences/${construct}.ts`,
  (construct: string) => `docs/reference/${construct}.md`,
];

describe("every construct has all its homes, under one name", () => {
  for (const kind of Object.keys(NODE_RULES)) {
    it(`the node ${kind}`, () =>
      assert.deepEqual(
        NODE_HOMES.map((home) => home(kind)).filter((file) => !has(file)),
        [],
      ));
  }
  for (const construct of LineConstruct.options) {
    it(`the line ${construct}`, () =>
      assert.deepEqual(
        LINE_HOMES.map((home) => home(construct)).filter((file) => !has(file)),
        [],
      ));
  }
});

describe("every construct is shown", () => {
  /** The words with which each construct is written. */
  const WRITTEN: Record<string, RegExp> = {
    pays: /^\s*pays\s/m,
    pool: /^\s*pool\s/m,
    points: /^\s*points\s/m,
    withholds: /^\s*withholds\s/m,
    credit: /^\s*credit\s/m,
    rates: /^\s*rates for each person in\s/m,
    compares: /^\s*compares\s/m,
    "only-when": /only when/,
    times: /then (\w+:\s+)?times/,
    plus: /then (\w+:\s+)?plus|\splus\s/,
    less: /then (\w+:\s+)?less|\sless\s/,
    "at-most": /then (\w+:\s+)?at most/,
    "at-least": /then (\w+:\s+)?at least/,
    rounded: /rounded to/,
    scaled: /scaled/,
    tiered: /tiered/,
    banded: /banded/,
  };
  const shown = [...below("examples", /\.concordat$/), ...below("docs", /\.md$/)]
    .map((file) => readFileSync(path.join(root, file), "utf8"))
    .join("\n");
  for (const construct of LineConstruct.options) {
    it(`${construct} stands in an example or in the manual, where it is checked and run`, () =>
      assert.ok(WRITTEN[construct]?.test(shown), "written in no example and on no page"));
  }
});
