import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type CheckedFile, checkFiles } from "@concordat/language";
import { edited } from "../diagnostics/case-file.js";
import { completions, hover } from "./editor/asking.js";

const STANDING = readFileSync(new URL("../diagnostics/standing.concordat", import.meta.url), "utf8").replace(
  /\}\s*$/,
  "",
);
const readBeside = (file: string): string | undefined =>
  file.endsWith(".csv") ? readFileSync(new URL(`../diagnostics/${file}`, import.meta.url), "utf8") : undefined;
const CAPPED = "pays 10% of actual-cost  then at most £50,000  paid to trust";
const REASON = 'because "The cap is meant for each quarter"';

async function checked(lines: string): Promise<CheckedFile> {
  const [file] = await checkFiles([{ file: "a.concordat", text: `${STANDING}\n${lines}\n}\n` }], readBeside);
  return file!;
}
const ids = ({ findings }: CheckedFile): string[] => findings.map(({ id }) => id);

describe("accept", function () {
  this.timeout(300_000);

  it("silences advice in the payment where it stands, and keeps what was said and why", async () => {
    const file = await checked(`payment tried each quarter { ${CAPPED}  accept cap-without-span ${REASON} }`);
    assert.deepEqual(ids(file), []);
    const [kept] = file.contracts[0]!.accepted!;
    assert.equal(kept!.finding, "cap-without-span");
    assert.match(kept!.said[0]!, /does not say for how long/);
    assert.equal(kept!.because, "The cap is meant for each quarter");
  });

  it("silences it in the whole contract where it stands among the contract's own lines", async () => {
    const file = await checked(`accept cap-without-span ${REASON}\n payment tried each quarter { ${CAPPED} }`);
    assert.deepEqual(ids(file), []);
  });

  it("silences nothing of another payment", async () => {
    const [first, second] = ["first", "second"].map((name) => `payment ${name} each quarter { ${CAPPED} `);
    const file = await checked(`${first} accept cap-without-span ${REASON} }\n${second} }`);
    assert.deepEqual(ids(file), ["cap-without-span"]);
  });

  it("can be written with one key, after every other way to mend it", async () => {
    const before = await checked(`payment tried each quarter {\n  ${CAPPED}\n}`);
    const [finding] = before.findings;
    assert.match(finding!.fix!.title, /^Write each quarter$/);
    const last = finding!.otherFixes!.at(-1)!;
    assert.match(last.title, /^Accept it/);
    const [after] = await checkFiles([{ file: "a.concordat", text: edited(before.text, last) }], readBeside);
    assert.deepEqual(ids(after!), []);
  });

  it("is completed with what may be accepted, what is told in the file first", async () => {
    const [first] = (
      await completions(`${STANDING}\npayment tried each quarter {\n  ${CAPPED}\n  accept ‸\n}\n}\n`)
    ).sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
    assert.equal(first!.label, "cap-without-span");
  });

  it("says on hover what is accepted", async () => {
    const said = await hover(
      `${STANDING}\npayment tried each quarter { ${CAPPED} accept cap-with‸out-span ${REASON} }\n}\n`,
    );
    assert.match(said!, /how long/);
  });
});
