import assert from "node:assert/strict";
import * as vscode from "vscode";
import { discard, open, placeOf, rewrite, when } from "./contracts.js";

const errorsOf = (document: vscode.TextDocument) =>
  vscode.languages.getDiagnostics(document.uri).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);

describe("findings", () => {
  it("a name that nothing has is an error at the name", async () => {
    const wrong = await open("wrong.concordat");
    const finding = await when(vscode.languages.onDidChangeDiagnostics, () => errorsOf(wrong)[0]);
    assert.match(finding.message, /actual-costs/);
    assert.deepEqual(finding.range, placeOf(wrong, "compares  |actual-costs|"));
  });

  it("a sound contract has none, also after every check", async () => {
    const right = await open("right.concordat");
    await vscode.commands.executeCommand("concordat.check");
    assert.deepEqual(vscode.languages.getDiagnostics(right.uri), []);
  });

  it("an error goes when its cause is put right, without saving", async () => {
    const wrong = await open("wrong.concordat");
    await when(vscode.languages.onDidChangeDiagnostics, () => errorsOf(wrong)[0]);
    await rewrite(wrong, "compares  |actual-costs|", "actual-cost");
    await when(vscode.languages.onDidChangeDiagnostics, () => (errorsOf(wrong).length === 0 ? true : undefined));
    await discard(wrong);
  });
});
