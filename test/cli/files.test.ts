import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { contractWith, inFolder, run } from "./console.js";

const sound = contractWith("paid to  charity");

describe("the files that a command reads", () => {
  it("are contracts below the folder, but none in node_modules, dist or a folder whose name begins with a dot", () =>
    inFolder(
      {
        "z/last.concordat": sound,
        "a.concordat": sound,
        "node_modules/x/dep.concordat": "not one of ours",
        "dist/built.concordat": "not one of ours",
        ".hidden/old.concordat": "not one of ours",
      },
      async (folder) => {
        const { out, exitCode } = await run(["check", "--format", "json"], folder);
        assert.deepEqual(
          JSON.parse(out).files.map(({ file }: { file: string }) => file),
          ["a.concordat", "z/last.concordat"],
        );
        assert.equal(exitCode, 0);
      },
    ));

  it("are each read once, however often they are named", () =>
    inFolder({ "a.concordat": sound }, async (folder) => {
      const { out } = await run(["check", "a.concordat", ".", "./a.concordat"], folder);
      assert.equal(out, "1 contract, no findings.\n");
    }));

  it("are refused where they are not text in UTF-8", () =>
    inFolder({ "a.concordat": "" }, async (folder) => {
      writeFileSync(path.join(folder, "a.concordat"), Buffer.from([0x63, 0xa3, 0x31]));
      const { err, exitCode } = await run(["check"], folder);
      assert.match(err, /a\.concordat is not text in UTF-8\.\nSave it as UTF-8/);
      assert.equal(exitCode, 2);
    }));

  it("may begin with a byte order mark", () =>
    inFolder({ "a.concordat": `\ufeff${sound}` }, async (folder) => {
      assert.equal((await run(["check"], folder)).out, "1 contract, no findings.\n");
    }));
});

describe("a file that a contract names", () => {
  const programme = (file: string): string => `contract practices "Practices" {
  currency  GBP
  term      from 1 April 2026 to 31 March 2027
  year      starts 1 April
  settled   each year
  rounding  nearest penny, halves away from zero
  division  by largest remainder
  commissioner icb "The integrated care board"
  each provider practice from "${file}" { people-listed people }
  payment core "Core" for each practice, each year {
    pays     £1,000
    paid to  that practice
  }
}
`;
  const rows = "practice,people-listed\nriverside,5000\n";

  it("is read beside the contract and below", () =>
    inFolder({ "terms/a.concordat": programme("rows/p.csv"), "terms/rows/p.csv": rows }, async (folder) => {
      assert.equal((await run(["check"], folder)).out, "1 contract, no findings.\n");
    }));

  it("is not read through a link that leads out of the contract's folder", () =>
    inFolder({ "terms/a.concordat": programme("p.csv"), "secret.csv": rows }, async (folder) => {
      symlinkSync(path.join(folder, "secret.csv"), path.join(folder, "terms/p.csv"));
      const { out, err, exitCode } = await run(["check"], folder);
      assert.equal(out, "");
      assert.match(err, /terms\/p\.csv lies outside the contract's own folder, where a contract may not read\./);
      assert.equal(exitCode, 2);
    }));

  it("is not read through a folder that is a link", () =>
    inFolder({ "terms/a.concordat": programme("rows/p.csv"), "elsewhere/p.csv": rows }, async (folder) => {
      symlinkSync(path.join(folder, "elsewhere"), path.join(folder, "terms/rows"));
      const { err, exitCode } = await run(["check"], folder);
      assert.match(err, /terms\/rows\/p\.csv lies outside/);
      assert.equal(exitCode, 2);
    }));

  it("is part of the contract's digest", () =>
    inFolder({ "a.concordat": programme("p.csv"), "p.csv": rows }, async (folder) => {
      mkdirSync(path.join(folder, "data"));
      const digest = async (): Promise<string> =>
        JSON.parse((await run(["settle", "a.concordat", "--data", "data", "--format", "json"], folder)).out).receipt
          .contract;
      const before = await digest();
      writeFileSync(path.join(folder, "p.csv"), rows.replace("5000", "5001"));
      assert.match(before, /^[0-9a-f]{64}$/);
      assert.notEqual(await digest(), before);
    }));
});

describe("a file that a command writes", () => {
  it("replaces the one that was there, and leaves nothing else behind", () =>
    inFolder({ "a.concordat": sound, "a.md": "old" }, async (folder) => {
      const { err, exitCode } = await run(["summarise", "a.concordat", "--out", "a.md"], folder);
      assert.equal(err, "The summary is in a.md.\n");
      assert.match(readFileSync(path.join(folder, "a.md"), "utf8"), /^# A grant/);
      assert.deepEqual(readdirSync(folder).sort(), ["a.concordat", "a.md"]);
      assert.equal(exitCode, 0);
    }));

  it("is not written where its name is a folder's", () =>
    inFolder({ "a.concordat": sound, "out/x.txt": "" }, async (folder) => {
      const { err, exitCode } = await run(["summarise", "a.concordat", "--out", "out"], folder);
      assert.match(err, /out is a folder\.\nName the file/);
      assert.equal(exitCode, 2);
    }));
});
