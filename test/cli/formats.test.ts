import assert from "node:assert/strict";
import { DIAGNOSTICS } from "@concordat/language";
import { contractWith, inFolder, run } from "./console.js";

/** A name that every format has to write with care. */
const FILE = "a%,b & <c>:é.concordat";
const wrong = contractWith("paid to  charitee");

describe("findings as SARIF", () => {
  it("name a rule that the report describes, at a place in a file that it lists", () =>
    inFolder({ [FILE]: wrong }, async (folder) => {
      const { runs, version } = JSON.parse((await run(["check", "--format", "sarif"], folder)).out);
      assert.equal(version, "2.1.0");
      const [{ tool, results, artifacts }] = runs;
      assert.ok(results.length > 0);
      for (const { ruleId, ruleIndex, level, locations } of results) {
        assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
        assert.ok(["error", "warning", "note"].includes(level));
        const { artifactLocation, region } = locations[0].physicalLocation;
        assert.equal(decodeURIComponent(artifactLocation.uri), FILE);
        assert.ok(
          artifacts.some(({ location }: { location: { uri: string } }) => location.uri === artifactLocation.uri),
        );
        assert.equal(wrong.slice(region.charOffset, region.charOffset + region.charLength), "charitee");
        assert.equal(
          wrong.split("\n")[region.startLine - 1]!.slice(region.startColumn - 1, region.endColumn - 1),
          "charitee",
        );
      }
    }));

  it("describe every diagnostic that there is, found or not", () =>
    inFolder({ "a.concordat": contractWith("paid to  charity") }, async (folder) => {
      const { runs } = JSON.parse((await run(["check", "--format", "sarif"], folder)).out);
      const ids = runs[0].tool.driver.rules.map(({ id }: { id: string }) => id);
      assert.deepEqual(ids, Object.keys(DIAGNOSTICS).sort());
      assert.deepEqual(runs[0].results, []);
    }));

  it("bring a fix that mends the contract", () =>
    inFolder({ [FILE]: wrong }, async (folder) => {
      const { runs } = JSON.parse((await run(["check", "--format", "sarif"], folder)).out);
      const [{ deletedRegion, insertedContent }] = runs[0].results[0].fixes[0].artifactChanges[0].replacements;
      const { charOffset, charLength } = deletedRegion;
      const mended = wrong.slice(0, charOffset) + insertedContent.text + wrong.slice(charOffset + charLength);
      await inFolder({ "mended.concordat": mended }, async (other) => {
        assert.equal((await run(["check"], other)).exitCode, 0);
      });
    }));
});

describe("findings as JUnit", () => {
  it("escape what means something in XML", () =>
    inFolder({ [FILE]: wrong }, async (folder) => {
      const { out } = await run(["check", "--format", "junit"], folder);
      assert.ok(out.includes('<testcase name="a%,b &amp; &lt;c&gt;:é.concordat"'));
      assert.ok(!/&(?!amp;|lt;|gt;|quot;)/.test(out));
    }));

  it("hold no character that XML forbids", () =>
    inFolder({ "a.concordat": contractWith("paid to  \u0007bell") }, async (folder) => {
      const { out, exitCode } = await run(["check", "--format", "junit"], folder);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      assert.ok(!/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(out));
      assert.equal(exitCode, 1);
    }));
});

describe("findings as GitHub's commands", () => {
  it("are one line each, with what separates them escaped", () =>
    inFolder({ [FILE]: wrong }, async (folder) => {
      const [command, tally] = (await run(["check", "--format", "github"], folder)).out.split("\n");
      assert.match(command!, /^::error file=a%25%2Cb & <c>%3Aé\.concordat,line=12,/);
      assert.match(command!, /%0Awhy: /);
      assert.match(tally!, /^1 error in /);
    }));
});
