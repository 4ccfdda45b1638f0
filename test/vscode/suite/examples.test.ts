import assert from "node:assert/strict";
import * as vscode from "vscode";
import { discard, open, placeOf, rewrite, when } from "./contracts.js";

describe("worked examples", () => {
  let contract: vscode.TextDocument;
  beforeEach(async () => {
    contract = await open("right.concordat");
  });
  afterEach(() => discard(contract));

  const lenses = async () => {
    const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      contract.uri,
      100,
    );
    return all.filter(({ command }) => /^(?:▶|✓|✗|not worked out)/.test(command?.title ?? ""));
  };
  const titles = async () => (await lenses()).map(({ command }) => command?.title);

  it("an example carries a lens that runs it, and its verdict", async () => {
    const { start } = placeOf(contract, "example |good-year|");
    const found = await lenses();
    assert.deepEqual(await titles(), ["▶ Run example", "✓ passes"]);
    for (const lens of found) assert.equal(lens.range.start.line, start.line);
  });

  it("the verdict follows a change of what the example expects", async () => {
    await rewrite(contract, "gain-loss earns |£520,000|", "£500,000");
    assert.deepEqual(await titles(), [
      "▶ Run example",
      "✗ gain-loss earns: expected £500,000, came to £520,000, £20,000 more",
    ]);
  });

  it("the verdict follows a change of the terms", async () => {
    await rewrite(contract, "|50%| of the next 8%", "60%");
    const [, verdict] = await titles();
    assert.match(
      verdict ?? "",
      /^✗ gain-loss earns: expected £520,000, came to £624,000, £104,000 more \(and 1 more\)$/,
    );
  });

  it("a contract with an error gives no verdict, and says so", async () => {
    await rewrite(contract, "compares  |actual-cost|", "actual-costs");
    assert.deepEqual(await titles(), ["▶ Run example", "not worked out: the contract has errors"]);
  });

  it("running an example shows how it comes to its figures", async () => {
    const [run] = await lenses();
    assert.ok(run?.command);
    await vscode.commands.executeCommand(run.command.command, ...(run.command.arguments ?? []));
    const page = await when(vscode.window.onDidChangeVisibleTextEditors, () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === "concordat-page"),
    );
    assert.match(page.document.getText(), /£520,000/);
    assert.match(page.document.getText(), /gain-loss/i);
  });
});
