import assert from "node:assert/strict";
import * as vscode from "vscode";
import { open } from "./contracts.js";

describe("beginning", () => {
  const close = () => vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");

  for (const [command, words] of [
    ["concordat.newContract", "contract our-alliance"],
    ["concordat.openExample", "contract valley-care"],
  ] as const) {
    it(`${command} opens a contract that is on no disk, and is checked all the same`, async () => {
      await vscode.commands.executeCommand(command);
      const document = vscode.window.activeTextEditor?.document;
      assert.ok(document);
      assert.equal(document.isUntitled, true);
      assert.equal(document.languageId, "concordat");
      assert.ok(document.getText().startsWith(words));
      const symbols = await vscode.commands.executeCommand<unknown[]>(
        "vscode.executeDocumentSymbolProvider",
        document.uri,
      );
      assert.ok(symbols.length > 0);
      const errors = vscode.languages.getDiagnostics(document.uri).filter(({ severity }) => severity === 0);
      assert.deepEqual(errors, []);
      await close();
    });
  }

  it("the walkthrough names commands that there are", async () => {
    const extension = vscode.extensions.getExtension("concordat.concordat-vscode");
    const { walkthroughs } = extension?.packageJSON.contributes as { walkthroughs: unknown[] };
    const known = new Set(await vscode.commands.getCommands(false));
    const named = [...JSON.stringify(walkthroughs).matchAll(/(?:command|onCommand):([\w.]+)/g)].map(
      ([, name]) => name!,
    );
    assert.ok(named.length >= 10);
    for (const name of named) assert.ok(known.has(name), name);
  });
});

describe("tasks", () => {
  it("check and test are offered for a folder, by the program that settles there too", async () => {
    await open("right.concordat");
    const tasks = await vscode.tasks.fetchTasks({ type: "concordat" });
    assert.deepEqual(tasks.map(({ name }) => name).sort(), ["check", "test"]);
    for (const { name, problemMatchers, execution } of tasks) {
      const { process, args } = execution as vscode.ProcessExecution;
      assert.deepEqual(problemMatchers, ["$concordat"]);
      assert.match(process, /node_modules\/\.bin\/concordat$/);
      assert.deepEqual(args, [name, "."]);
    }
  });

  it("the matcher reads a finding as the program prints it", () => {
    const extension = vscode.extensions.getExtension("concordat.concordat-vscode");
    const { problemMatchers } = extension?.packageJSON.contributes as {
      problemMatchers: { pattern: { regexp: string } }[];
    };
    const pattern = new RegExp(problemMatchers[0]!.pattern.regexp);
    const [, file, line, column, severity, message] = pattern.exec(
      "contracts/a b.concordat:35:31  error  Nothing more is expected in this line.",
    )!;
    assert.deepEqual(
      [file, line, column, severity, message],
      ["contracts/a b.concordat", "35", "31", "error", "Nothing more is expected in this line."],
    );
    assert.equal(pattern.exec("  why: The contract cannot be read beyond this place."), null);
  });
});
