import assert from "node:assert/strict";
import { contractWith, inFolder, run } from "./console.js";

const ESCAPE = "\u001b";
const wrong = contractWith("paid to  charitee");

describe("what is shown on a terminal", () => {
  it("has colour there, and nowhere else", () =>
    inFolder({ "a.concordat": wrong }, async (folder) => {
      assert.ok((await run(["check"], folder, { terminal: true })).out.includes(ESCAPE));
      assert.ok(!(await run(["check"], folder)).out.includes(ESCAPE));
    }));

  it("has no colour where NO_COLOR says so, or the terminal has none", () =>
    inFolder({ "a.concordat": wrong }, async (folder) => {
      for (const env of [{ NO_COLOR: "1" }, { TERM: "dumb" }]) {
        assert.ok(!(await run(["check"], folder, { terminal: true, env })).out.includes(ESCAPE));
      }
    }));

  it("cannot be changed by control characters in a contract", () =>
    inFolder({ "a.concordat": contractWith(`paid to  charity // ${ESCAPE}[2J\u202e`) }, async (folder) => {
      const broken = contractWith(`paid to  charitee // ${ESCAPE}[2J\u202e`);
      await inFolder({ "b.concordat": broken }, async (other) => {
        const { out } = await run(["check"], other);
        assert.match(out, /paid to {2}charitee \/\/ ·\[2J·/);
      });
      assert.equal((await run(["check"], folder)).exitCode, 0);
    }));

  it("has the carets under what is meant, also after tabs and letters beyond the first plane", () =>
    inFolder({ "a.concordat": contractWith("paid to /* 𝒶é */\tcharitee") }, async (folder) => {
      const [, line, carets] = (await run(["check"], folder)).out.split("\n");
      assert.equal([...line!].indexOf("c", [...line!].indexOf("*")), [...line!].length - "charitee".length);
      assert.equal(carets!.indexOf("^"), [...line!].length - "charitee".length);
      assert.equal(carets!.trim(), "^".repeat("charitee".length));
    }));
});

describe("a fault of the program itself", () => {
  const broken = (env: Record<string, string>) => {
    const said: string[] = [];
    const stdout = {
      write: () => {
        throw new Error("the sink is broken");
      },
    };
    return { said, io: { stdout, stderr: { write: (text: string) => said.push(text) }, env } };
  };

  it("is said in one sentence, with what to do", () =>
    inFolder({ "a.concordat": wrong }, async (cwd) => {
      const { main } = await import("@concordat/cli");
      const { said, io } = broken({});
      assert.equal(await main(["check"], { ...io, cwd }), 2);
      assert.equal(
        said.join(""),
        "concordat: this is a fault of Concordat and not of your contract (the sink is broken). To report it, run the " +
          "same command again with CONCORDAT_DEBUG=1 and send on all that it prints.\n",
      );
    }));

  it("shows where it happened only to who asks", () =>
    inFolder({ "a.concordat": wrong }, async (cwd) => {
      const { main } = await import("@concordat/cli");
      const { said, io } = broken({ CONCORDAT_DEBUG: "1" });
      await main(["check"], { ...io, cwd });
      assert.match(said.join(""), /\n {4}at /);
    }));
});

describe("while outcome data is read", () => {
  const figure = "figure homes : people, during each year, if not reported defer to reconciliation";
  const files = {
    "a.concordat": contractWith("paid to  charity").replace("payment grant", `${figure}\n  payment grant`),
    "data/homes.csv": "period,homes\n2026/27,3\n",
  };
  const settle = ["settle", "a.concordat", "--data", "data", "--format", "csv"];

  it("a terminal says what is being done, and clears the line again", () =>
    inFolder(files, async (folder) => {
      const { err } = await run(settle, folder, { terminal: true });
      assert.ok(err.startsWith(`\r${ESCAPE}[2KReading homes.csv…\r${ESCAPE}[2KChecking homes.csv: 1 row…`));
      assert.ok(err.endsWith(`\r${ESCAPE}[2K`));
    }));

  it("a file or a pipe says nothing of it", () =>
    inFolder(files, async (folder) => {
      assert.equal((await run(settle, folder)).err, "");
    }));
});
