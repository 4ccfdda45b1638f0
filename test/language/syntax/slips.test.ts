import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { syntaxFindings } from "./reading.js";

/**
 * Pages of slips, a table each: what is written, what is said of it, and what one key makes of it. The block of code before
 * a table shows where its lines stand, with … in their place; ⏎ is a new line, – means that there is no fix.
 */
const folder = path.join(import.meta.dirname, "slips");

describe("slips of writing", () => {
  for (const page of readdirSync(folder).sort()) {
    describe(page.replace(".md", ""), () => {
      let frame = "…";
      for (const part of readFileSync(path.join(folder, page), "utf8").split(/(```concordat\n[\s\S]*?```)/)) {
        frame = /```concordat\n([\s\S]*?)```/.exec(part)?.[1] ?? frame;
        for (const [, written, said, mended] of part.matchAll(/^\| `(.+?)` \| (.+?) \| (?:`(.*?)`|–) \|$/gm)) {
          check(frame, written!, said!, mended);
        }
      }
    });
  }
});

function check(frame: string, written: string, said: string, mended: string | undefined): void {
  const text = frame.replace("…", lines(written));
  const at = frame.indexOf("…");
  it(written, () =>
    assert.equal(
      syntaxFindings(text)
        .map(({ message }) => message)
        .join(" "),
      said.replaceAll("\\|", "|"),
    ),
  );
  if (mended === undefined) {
    it(`${written} has no fix of one key`, () =>
      assert.deepEqual(
        syntaxFindings(text).filter(({ fix }) => fix),
        [],
      ));
    return;
  }
  it(`${written} becomes ${mended}`, () => {
    const whole = mend(text);
    assert.equal(whole.slice(at, whole.length - (frame.length - at - 1)), lines(mended));
    assert.deepEqual(syntaxFindings(whole), [], "what one key makes of it is in order");
  });
}

function lines(cell: string): string {
  return cell.replaceAll("⏎", "\n");
}

/** Every fix of one key, from the last place to the first. */
function mend(text: string): string {
  const edits = syntaxFindings(text).flatMap(({ fix }) => fix?.edits ?? []);
  return edits.reduceRight(
    (mended, edit) => mended.slice(0, edit.offset) + edit.text + mended.slice(edit.offset + edit.length),
    text,
  );
}
