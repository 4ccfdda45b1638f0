import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../examples/support/root.js";
import { freshly, OpenFile } from "./editing.js";
import { change, randomFrom } from "./edits.js";

const EXAMPLES = ["oldham/oldham", "falls-prevention/falls-prevention", "kept-work/kept-work", "qof/disease-areas"];
const rounds = process.env.CONCORDAT_FULL ? 20 : 8;

describe("a file that is edited", function () {
  this.timeout(300_000);

  for (const [seed, name] of EXAMPLES.entries()) {
    it(`is read, linked and checked as if it were opened anew: ${name}`, async () => {
      const right = readFileSync(path.join(root, "examples", `${name}.concordat`), "utf8");
      const random = randomFrom(seed + 1);
      const file = new OpenFile();
      await file.shows(right);
      let kept = 0;
      for (let round = 0; round < rounds; round++) {
        let text = right;
        for (let step = 0; step < 4; step++) {
          text = change(text, random);
          const before = new Set(file.declarations());
          const seen = await file.shows(text);
          if (file.declarations().some((item) => before.has(item))) kept++;
          assert.deepEqual(seen, await freshly(text), `seed ${seed + 1}, round ${round}, step ${step}`);
        }
        assert.deepEqual(await file.shows(right), await freshly(right), `seed ${seed + 1}, round ${round}, taken back`);
      }
      assert.ok(kept > rounds / 2, `only ${kept} of ${rounds * 4} edits were read in part`);
    });
  }
});
