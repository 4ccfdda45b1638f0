import { type ExampleQuestion, languageId } from "@concordat/server/protocol";
import {
  commands,
  Disposable,
  TestRunProfileKind,
  type TestRunRequest,
  tests,
  type Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { runContinuously } from "./continuous.js";
import { detailsOf } from "./coverage.js";
import { ExampleRunner } from "./run.js";
import { ExampleTree } from "./tree.js";

/** A contract's worked examples in the Testing view. What a contract's change puts in doubt is shown as out of date. */
export function registerExamples(client: BaseLanguageClient): Disposable {
  const controller = tests.createTestController("concordat", "Concordat: worked examples");
  const tree = new ExampleTree(controller, client);
  const runner = new ExampleRunner(controller, tree, client);

  const profile = (name: string, kind: TestRunProfileKind, coverage: boolean) => {
    const made = controller.createRunProfile(
      name,
      kind,
      async (request, cancelled) => {
        await readEverything();
        if (request.continuous) runContinuously(request, cancelled, coverage, runner, tree);
        await runner.run(request, cancelled, coverage);
      },
      true,
      undefined,
      true,
    );
    if (coverage) made.loadDetailedCoverage = async (_run, file) => detailsOf(file);
    return made;
  };
  profile("Run", TestRunProfileKind.Run, false);
  profile("Which rules are reached", TestRunProfileKind.Coverage, true);
  controller.createRunProfile("Explain step by step", TestRunProfileKind.Debug, (request, cancelled) =>
    explain(request, runner, tree).then(() => runner.run(request, cancelled, false)),
  );

  const files = workspace.createFileSystemWatcher("**/*.concordat");
  const readEverything = async (): Promise<void> => {
    const open = workspace.textDocuments.filter((document) => document.languageId === languageId);
    const found = await workspace.findFiles("**/*.concordat", "**/node_modules/**");
    const uris = new Map([...found, ...open.map(({ uri }) => uri)].map((uri) => [uri.toString(), uri]));
    await Promise.all([...uris.values()].map((uri) => tree.read(uri)));
  };
  const outdate = (uri: Uri): void => {
    const changed = new Set([uri.toString()]);
    const items = tree.contracts().filter((item) => tree.dependsOn(item, changed));
    if (items.length > 0) controller.invalidateTestResults(items);
  };
  controller.resolveHandler = (item) => (item ? undefined : readEverything());
  controller.refreshHandler = readEverything;
  // What is open already; the other contracts are read when the Testing view is looked at.
  for (const { languageId: id, uri } of workspace.textDocuments) if (id === languageId) void tree.read(uri);

  return Disposable.from(
    controller,
    files,
    files.onDidCreate((uri) => tree.read(uri)),
    files.onDidDelete((uri) => tree.forget(uri)),
    workspace.onDidOpenTextDocument((document) => {
      if (document.languageId === languageId) void tree.read(document.uri);
    }),
    workspace.onDidChangeTextDocument(async ({ document, contentChanges }) => {
      if (document.languageId !== languageId || contentChanges.length === 0) return;
      outdate(document.uri);
      await tree.read(document.uri);
    }),
  );
}

/** More tabs than these are opened for nobody. */
const MOST = 8;

/** The explanation of each chosen example, step by step, in a tab of its own. */
async function explain(request: TestRunRequest, runner: ExampleRunner, tree: ExampleTree): Promise<void> {
  const chosen = [...runner.chosen(request).values()].flat();
  for (const item of chosen.slice(0, MOST)) {
    const { uri, contract, example } = tree.of(item) ?? {};
    if (!uri || contract === undefined || example === undefined) continue;
    const question: ExampleQuestion = { textDocument: { uri: uri.toString() }, contract, example };
    await commands.executeCommand("concordat.runExample", question);
  }
  if (chosen.length <= MOST) return;
  void window.showInformationMessage(
    `The first ${MOST} of ${chosen.length} examples are explained. Choose another in the Testing view to see it.`,
  );
}
