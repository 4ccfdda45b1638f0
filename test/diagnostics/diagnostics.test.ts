import assert from "node:assert/strict";
import { DIAGNOSTICS, type Finding } from "@concordat/language";
import { casesOf, check, fileOf, mended, readSubject, rendered, subjects } from "./case-file.js";
import { WITHOUT_FIX } from "./without-fix.js";

describe("wrong contracts, and what is said of them", function () {
  this.timeout(300_000);
  const all = subjects.flatMap((name) => casesOf(readSubject(name)).map((found) => ({ name, found })));
  let checked: Finding[][] = [];
  before(async () => {
    checked = await check(all.map(({ found }) => found));
  });

  for (const [index, { name, found }] of all.entries()) {
    it(`${name}, line ${found.line}: ${found.heading}`, () => {
      const findings = checked[index]!;
      assert.ok(found.expected, "nothing is expected");
      assert.equal(rendered(found, findings), found.expected);
      for (const finding of findings) {
        const { text, block, begins } = fileOf(found, finding);
        const { line } = finding.range;
        // What is missing from the head of the contract is said at the contract's name.
        const isHeader = !text.startsWith(block);
        assert.ok(
          line <= begins + block.split("\n").length && (line >= begins || isHeader),
          "it is not where the mistake is",
        );
      }
    });
  }

  it("is a collection of at least 150", () => assert.ok(all.length >= 150, `${all.length}`));

  it("has a case for every finding that there is", () => {
    const met = new Set(checked.flatMap((findings) => findings.map(({ id }) => id as string)));
    const lacking = Object.keys(DIAGNOSTICS).filter((id) => !met.has(id) && !ELSEWHERE.has(id));
    assert.deepEqual(lacking, [], "write the mistake in test/diagnostics, then: npx tsx test/diagnostics/write.ts");
  });

  it("has a fix of one key for every finding, or a reason why it has none", () => {
    const mends = (finding: Finding): boolean =>
      [finding.fix ?? [], finding.otherFixes ?? []].flat().some(({ title }) => !title.startsWith("Accept it"));
    const withFix = new Set<string>(
      checked
        .flat()
        .filter(mends)
        .map(({ id }) => id),
    );
    const without = Object.keys(DIAGNOSTICS).filter((id) => !withFix.has(id));
    assert.deepEqual([...WITHOUT_FIX.keys()].sort(), without.sort());
  });

  it("mends with each fix what the fix is for, and breaks nothing", async () => {
    const tries = checked.flatMap((findings, index) =>
      findings.flatMap((finding) =>
        [finding.fix ?? [], finding.otherFixes ?? []]
          .flat()
          .map((fix) => ({ index, finding, fix, files: mended(all[index]!.found, finding, fix) })),
      ),
    );
    const after = await check(tries.map(({ files }) => files));
    const failed = tries.flatMap(({ index, finding, fix }, at) => {
      const said = checked[index]!.map(({ id }) => id);
      const now = after[at]!;
      const gone = now.filter(({ id }) => id === finding.id).length < said.filter((id) => id === finding.id).length;
      const fresh = now
        // Advice is given once there is no mistake.
        .filter(
          ({ id, severity }) =>
            !said.includes(id) && !BEHIND.has(id) && !(finding.severity === "error" && severity !== "error"),
        )
        .map(({ id, message }) => `${id} ${message}`);
      const where = `${all[index]!.name}: ${all[index]!.found.heading}: ${fix.title}`;
      return gone && fresh.length === 0 ? [] : [`${where}: ${gone ? fresh.join("; ") : "still there"}`];
    });
    assert.deepEqual(failed, []);
  });
});

/** Shown by a test of their own, because a page is no place for them. */
const ELSEWHERE: ReadonlySet<string> = new Set(["nested-too-deep"]);

/** What may come to light when the mistake before it is mended: two mistakes in one line. */
const BEHIND: ReadonlySet<string> = new Set(["header-incomplete", "unit-mismatch", "wrong-unit"]);
