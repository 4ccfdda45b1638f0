import assert from "node:assert/strict";
import * as vscode from "vscode";
import { open, rewrite, when } from "../suite/contracts.js";

const settle = (contract: vscode.Uri, data: vscode.Uri) =>
  vscode.commands.executeCommand<string>("concordat.settle", contract, data);

/** The statement of a contract, as soon as it says this: a page that is open already is brought up to date after a moment. */
const statementSays = (contract: string, words: RegExp): Promise<true> =>
  when(vscode.workspace.onDidChangeTextDocument, () => {
    const page = vscode.workspace.textDocuments.find(({ uri }) => uri.path.includes(`Statement of ${contract}`));
    return words.test(page?.getText() ?? "") ? true : undefined;
  });

describe("Settle… where no program can be run", () => {
  it("opens the statement of a contract that needs figures only", async () => {
    const { uri } = await open("right.concordat");
    assert.equal(await settle(uri, vscode.Uri.joinPath(uri, "../data")), "ended");
    await statementSays("right.concordat", /Gain and loss share +£520,000\.00/);
  });

  it("settles the contract as it stands in the editor", async () => {
    const contract = await open("right.concordat");
    await rewrite(contract, "|50%| of the next 8%", "60%");
    assert.equal(await settle(contract.uri, vscode.Uri.joinPath(contract.uri, "../data")), "ended");
    await statementSays("right.concordat", /Gain and loss share +£624,000\.00/);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await vscode.window.showTextDocument(contract);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  it("refuses a contract that is worked out from records, and one with errors", async () => {
    const { uri } = await open("end-of-life/end-of-life.concordat");
    assert.equal(await settle(uri, vscode.Uri.joinPath(uri, "..")), "refused");
    const wrong = await open("wrong.concordat");
    assert.equal(await settle(wrong.uri, vscode.Uri.joinPath(wrong.uri, "../data")), "refused");
  });
});
