import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../examples/support/root.js";
import { freshly, OpenFile } from "./editing.js";
import { change, otherFigure, randomFrom } from "./edits.js";

const EXAMPLES = ["oldham/oldham", "falls-prevention/falls-prevention", "kept-work/kept-work", "qof/disease-areas"];
const SOUND = [
  ...["falls-prevention/falls-prevention", "kept-work/kept-work", "rochdale/rochdale"],
  ...["outcomes-bond/outcomes-bond", "families/families"],
];
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

  for (const [seed, name] of SOUND.entries()) {
    it(`comes to what it would if it were opened anew, after each of many figures: ${name}`, async () => {
      const right = readFileSync(path.join(root, "examples", `${name}.concordat`), "utf8");
      const random = randomFrom(seed + 101);
      const file = new OpenFile();
      await file.shows(right);
      let text = right;
      let sound = 0;
      for (let round = 0; round < rounds; round++) {
        const next = otherFigure(text, random);
        const seen = await file.shows(next);
        assert.deepEqual(seen, await freshly(next), `seed ${seed + 101}, round ${round}`);
        // A contract with a mistake is worked out no further, so the next figure is written in one without.
        if (seen.models.every((model) => model !== "null")) {
          text = next;
          sound++;
        }
      }
      assert.ok(sound > rounds / 3, `only ${sound} of ${rounds} contracts had no mistake`);
    });
  }
});
