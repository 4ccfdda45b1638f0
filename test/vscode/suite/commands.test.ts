import assert from "node:assert/strict";
import * as vscode from "vscode";
import { open, when } from "./contracts.js";

interface Manifest {
  contributes: { commands: { command: string }[] };
}

describe("commands", () => {
  it("every command that the extension names can be called", async () => {
    const extension = vscode.extensions.getExtension<void>("concordat.concordat-vscode");
    assert.ok(extension);
    await extension.activate();
    const registered = await vscode.commands.getCommands(true);
    const { contributes } = extension.packageJSON as Manifest;
    for (const { command } of contributes.commands) assert.ok(registered.includes(command), command);
  });

  it("a contract is a Concordat document", async () => {
    assert.equal((await open("right.concordat")).languageId, "concordat");
  });

  it("Check counts the contract files and their findings", async () => {
    const answer = await vscode.commands.executeCommand<{ files: number; errors: number }>("concordat.check");
    assert.equal(answer.files, 3);
    assert.ok(answer.errors >= 1);
  });

  it("Settle… opens the statement that the workspace's own program makes", async () => {
    const { uri } = await open("right.concordat");
    const data = vscode.Uri.joinPath(uri, "../data");
    assert.equal(await vscode.commands.executeCommand("concordat.settle", uri, data), "ended");
    const statement = vscode.workspace.textDocuments.find(({ uri }) =>
      uri.path.includes("Statement of right.concordat"),
    );
    assert.match(statement?.getText() ?? "", /Gain and loss share +£520,000\.00/);
  });

  it("Settle… ends where the program that the setting names is not there", async () => {
    const { uri } = await open("right.concordat");
    const settings = vscode.workspace.getConfiguration("concordat");
    await settings.update("cli.path", "/nowhere/concordat", vscode.ConfigurationTarget.Global);
    const answer = await vscode.commands.executeCommand("concordat.settle", uri, vscode.Uri.joinPath(uri, "../data"));
    await settings.update("cli.path", undefined, vscode.ConfigurationTarget.Global);
    assert.equal(answer, "not-started");
  });

  it("Show summary opens a panel named after the contract, and only one", async () => {
    await open("right.concordat");
    await vscode.commands.executeCommand("concordat.showSummary");
    await open("right.concordat");
    await vscode.commands.executeCommand("concordat.showSummary");
    await when(vscode.window.tabGroups.onDidChangeTabs, () => (summaries().length > 0 ? true : undefined));
    assert.deepEqual(summaries(), ["Summary of right.concordat"]);
  });
});

function summaries(): string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes("concordat.summary"))
    .map(({ label }) => label);
}
