import assert from "node:assert/strict";
import type { ContractExamples } from "@concordat/server/protocol";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { runContinuously } from "../../../packages/vscode/src/examples/continuous.js";
import type { ExampleRunner } from "../../../packages/vscode/src/examples/run.js";
import { ExampleTree } from "../../../packages/vscode/src/examples/tree.js";
import { discard, open, rewrite } from "./contracts.js";

describe("examples that run again with every change", () => {
  const controller = vscode.tests.createTestController("continuous", "Continuous");
  const source = new vscode.CancellationTokenSource();
  const opened: vscode.TextDocument[] = [];
  after(async () => {
    source.cancel();
    controller.dispose();
    for (const document of opened) await discard(document);
  });

  it("do so when a library changes that their contract takes from, and not when another file does", async () => {
    for (const name of ["outcomes.concordat", "right.concordat"]) opened.push(await open(name));
    const [other, library] = opened as [vscode.TextDocument, vscode.TextDocument];
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const answer: ContractExamples = {
      ...{ contract: "reader", title: "Reader", range, reads: [library.uri.toString()] },
      examples: [{ name: "one", title: "One", range }],
    };
    const client = { sendRequest: async () => [answer] } as unknown as BaseLanguageClient;
    const tree = new ExampleTree(controller, client);
    await tree.read(vscode.Uri.joinPath(library.uri, "../reader.concordat"));

    const asked: { items: string[]; libraryIsChanged: boolean }[] = [];
    const ran = new Promise<void>((resolve) => {
      const run = async ({ include }: vscode.TestRunRequest) => {
        asked.push({ items: (include ?? []).map(({ label }) => label), libraryIsChanged: library.isDirty });
        resolve();
      };
      const runner = { run } as unknown as ExampleRunner;
      runContinuously(new vscode.TestRunRequest(), source.token, false, runner, tree);
    });
    await rewrite(other, '"|Valley Care Alliance|"', "Valley Care");
    await rewrite(library, '"|Village Care Alliance|"', "Village Care");
    await ran;
    assert.deepEqual(asked, [{ items: ["Reader"], libraryIsChanged: true }]);
  });
});
