import assert from "node:assert/strict";
import * as vscode from "vscode";
import { open, when } from "../suite/contracts.js";

const errorsOf = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);

describe("a folder that is not on this machine", () => {
  it("is one: the extension runs in a browser's worker, without Node", () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.notEqual(vscode.workspace.workspaceFolders?.[0]?.uri.scheme, "file");
    assert.equal("process" in globalThis && "node" in (globalThis.process?.versions ?? {}), false);
  });

  it("has its contracts checked also where none of them is open", async () => {
    const answer = await vscode.commands.executeCommand<{ files: number; errors: number }>("concordat.check");
    const contracts = await vscode.workspace.findFiles("**/*.concordat");
    assert.equal(answer.files, contracts.length);
    assert.equal(answer.errors, 1, "wrong.concordat names what nothing has");
    const wrong = contracts.find(({ path }) => path.endsWith("wrong.concordat"));
    assert.ok(wrong);
    assert.equal(errorsOf(wrong).length, 1);
  });

  it("gives a contract the library that it imports and the table of its practices", async () => {
    const { uri } = await open("end-of-life/end-of-life.concordat");
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri, 100);
    const verdicts = lenses
      .filter(({ command }) => command?.command === "concordat.runExample")
      .map(({ command }) => command?.title ?? "")
      .filter((title) => !title.startsWith("▶"));
    assert.ok(verdicts.length > 0);
    assert.deepEqual([...new Set(verdicts)], ["✓ passes"]);
    assert.deepEqual(errorsOf(uri), []);
  });

  it("is followed: a practice that is missing from the table is missing from the contract, until it is back", async () => {
    const { uri } = await open("end-of-life/end-of-life.concordat");
    const table = vscode.Uri.joinPath(uri, "../practices.csv");
    const bytes = await vscode.workspace.fs.readFile(table);
    const lines = new TextDecoder().decode(bytes).trimEnd().split("\n");
    const header = new TextEncoder().encode(`${lines[0]}\n`);
    await vscode.workspace.fs.writeFile(table, header);
    const found = await when(vscode.languages.onDidChangeDiagnostics, () => errorsOf(uri)[0]);
    assert.match(found.message, /practices\.csv/);
    await vscode.workspace.fs.writeFile(table, bytes);
    await when(vscode.languages.onDidChangeDiagnostics, () => (errorsOf(uri).length === 0 ? true : undefined));
  });
});

describe("a contract that names a table", () => {
  it("is never said to lack a table that is only on its way", async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const said: string[] = [];
    const copy = vscode.Uri.joinPath(folder, "later/end-of-life.concordat");
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === copy.toString()))
        said.push(...errorsOf(copy).map((one) => one.message));
    });
    for (const name of ["practices.csv", "library/steps.concordat", "end-of-life.concordat"]) {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, "end-of-life", name));
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, "later", name), bytes);
    }
    await open("later/end-of-life.concordat");
    await vscode.commands.executeCommand("concordat.check");
    listening.dispose();
    assert.deepEqual(said, []);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, "later"), { recursive: true });
  });
});
