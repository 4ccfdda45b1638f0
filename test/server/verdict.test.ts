import assert from "node:assert/strict";
import { verdictOf } from "../../packages/vscode/src/status/verdict.js";

describe("the verdict in the status bar", () => {
  const cases = [
    [{ errors: 0, warnings: 0, examples: { passed: 3, all: 3 } }, "$(pass) 3/3", "examples"],
    [{ errors: 0, warnings: 0, examples: { passed: 2, all: 3 } }, "$(testing-failed-icon) 2/3", "examples"],
    [{ errors: 0, warnings: 2, examples: { passed: 3, all: 3 } }, "$(warning) 2 warnings · 3/3", "problems"],
    [{ errors: 1, warnings: 0 }, "$(error) 1 error", "problems"],
    [{ errors: 0, warnings: 0, examples: { passed: 0, all: 0 } }, "$(pass) Contract", "examples"],
  ] as const;
  for (const [known, text, leadsTo] of cases) {
    it(`is ${text}, and leads to the ${leadsTo}`, () => {
      const verdict = verdictOf(known);
      assert.deepEqual([verdict.text, verdict.leadsTo], [text, leadsTo]);
    });
  }
});
