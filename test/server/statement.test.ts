import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import type { Page } from "@concordat/server/protocol";
import { root, startServer } from "./in-process.js";

describe("a statement as a page", () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  before(async () => {
    server = await startServer();
  });
  after(() => server.stop());

  it("leads from every amount of a payment to the line that it comes from, or to the payment, and from no total", async () => {
    const contract = await server.example("test/vscode/fixture/right.concordat");
    const settle = ["settle", "right.concordat", "--data", "data", "--format", "json"];
    const statement = execFileSync(process.execPath, [path.join(root, "packages/cli/bin/concordat.js"), ...settle], {
      cwd: path.join(root, "test/vscode/fixture"),
      encoding: "utf8",
    });
    const { textDocument } = contract;
    const { text, links } = await server.client.sendRequest<Page>("concordat/statement", { textDocument, statement });
    const lines = text.split("\n");
    const words = links.map(({ range }) => lines[range.start.line]!.slice(range.start.character, range.end.character));
    assert.deepEqual(words.slice(0, 4), ["£520,000.00", "£286,000.00", "£234,000.00", "£520,000.00"]);
    const leadsTo = new Map(words.map((amount, at) => [amount, links[at]!.target.start.line]));
    for (const [amount, line] of [
      ["£520,000.00", "then banded  0% of the first 2% of target-cost, 50%"],
      ["£286,000.00", "payment gain-loss"],
      ["£960,000", "then banded  0% of the first 2% of target-cost, 50%"],
    ] as const)
      assert.equal(leadsTo.get(amount), contract.lineOf(line), amount);
    const totals = lines.findIndex((line) => line.startsWith("Totals"));
    assert.ok(links.every(({ range }) => range.start.line < totals));
  });

  it("says so where it is given something else", async () => {
    const { textDocument } = await server.example("test/vscode/fixture/outcomes.concordat");
    for (const statement of ["", "{}", "not JSON"]) {
      const answer = await server.client.sendRequest("concordat/statement", { textDocument, statement });
      assert.match((answer as { problem: string }).problem, /gave no statement/);
    }
  });
});
