import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../examples/support/root.js";

const folder = path.join(root, "docs/how-to");
const table = readFileSync(path.join(folder, "README.md"), "utf8");
const rows = [...table.matchAll(/^\| (\d+) \| (.+?) \| \[.+?\]\((.+?)\) \| (?:\[.+?\]\((.+?)\))? ?\|$/gm)].map(
  ([, number, name, page, example]) => ({ number: Number(number), name: name!, page: page!, example }),
);
const plain = (file: string): string => readFileSync(file, "utf8").replace(/\s+/g, " ").toLowerCase();

describe("the table of mechanisms", () => {
  it("has forty-six, in order", () => {
    assert.deepEqual(
      rows.map(({ number }) => number),
      Array.from({ length: 46 }, (_, index) => index + 1),
    );
  });
  for (const { name, page, example } of rows) {
    it(`${name} is on its page by name, with lines and a worked example`, () => {
      const text = plain(path.join(folder, page));
      assert.ok(text.includes(name.toLowerCase()), `${page} does not say ${name}`);
      assert.match(text, /```concordat [^`]*payment [^`]*example [^`]*expect /);
      assert.ok(example === undefined || existsSync(path.join(folder, example)), `${example} is not there`);
    });
  }
  it("leaves no page of this folder out", () => {
    const pages = readdirSync(folder).filter((name) => name !== "README.md");
    assert.deepEqual(
      pages.filter((page) => !table.includes(`](${page})`)),
      [],
    );
  });
});
