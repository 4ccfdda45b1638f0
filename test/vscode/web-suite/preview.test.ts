import assert from "node:assert/strict";
import * as vscode from "vscode";
import { open, when } from "../suite/contracts.js";

describe("the preview", () => {
  it("opens beside a contract", async () => {
    await open("right.concordat");
    await vscode.commands.executeCommand("concordat.showPreview");
    const isPreview = ({ input }: vscode.Tab) =>
      input instanceof vscode.TabInputWebview && input.viewType.includes("concordat.preview");
    const shown = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(isPreview);
    const tab = await when(vscode.window.tabGroups.onDidChangeTabs, shown);
    assert.ok(tab.label.length > 0);
    await open("right.concordat");
  });
});
