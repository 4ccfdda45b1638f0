import { type CancellationToken, TestRunRequest, workspace } from "vscode";
import type { ExampleRunner } from "./run.js";
import type { ExampleTree } from "./tree.js";

/** Runs the examples of a request again whenever their contract's text or a library's that it takes from changes, until it is cancelled. */
export function runContinuously(
  request: TestRunRequest,
  cancelled: CancellationToken,
  coverage: boolean,
  runner: ExampleRunner,
  tree: ExampleTree,
): void {
  let running = Promise.resolve();
  let waiting = new Set<string>();
  const again = async (): Promise<void> => {
    const changed = waiting;
    waiting = new Set();
    if (changed.size === 0 || cancelled.isCancellationRequested) return;
    const items = (request.include ?? tree.contracts()).filter((item) => tree.dependsOn(item, changed));
    if (items.length === 0) return;
    await runner.run(new TestRunRequest(items, request.exclude, request.profile, true), cancelled, coverage);
  };
  const changes = workspace.onDidChangeTextDocument(({ document }) => {
    waiting.add(document.uri.toString());
    running = running.then(again);
  });
  cancelled.onCancellationRequested(() => changes.dispose());
}
