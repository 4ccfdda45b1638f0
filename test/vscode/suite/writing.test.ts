import assert from "node:assert/strict";
import * as vscode from "vscode";
import { open, placeOf } from "./contracts.js";

describe("writing", () => {
  it("the names that may follow are offered", async () => {
    const document = await open("right.concordat");
    const { start } = placeOf(document, "compares  |actual-cost|");
    const list = await ask<vscode.CompletionList>("CompletionItem", document, start);
    const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
    for (const name of ["actual-cost", "target-cost"]) assert.ok(labels.includes(name), `${name} among ${labels}`);
  });

  it("a name tells what it stands for", async () => {
    const document = await open("right.concordat");
    const { start } = placeOf(document, "actual-cost with |target-cost|");
    const hovers = await ask<vscode.Hover[]>("Hover", document, start);
    const texts = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === "string" ? part : part.value)),
    );
    assert.match(
      texts.join("\n"),
      /\*\*Target cost\*\*[\s\S]*define target-cost "Target cost" as £48,000,000 each year/,
    );
  });

  it("a name leads to where it is declared", async () => {
    const document = await open("right.concordat");
    const { start } = placeOf(document, "paid to      |alliance|");
    const [found] = await ask<(vscode.Location | vscode.LocationLink)[]>("Definition", document, start);
    assert.ok(found);
    const range = "targetRange" in found ? (found.targetSelectionRange ?? found.targetRange) : found.range;
    assert.deepEqual(range, placeOf(document, "group |alliance|"));
  });
});

function ask<T>(what: string, document: vscode.TextDocument, place: vscode.Position): Thenable<T> {
  return vscode.commands.executeCommand<T>(`vscode.execute${what}Provider`, document.uri, place);
}
