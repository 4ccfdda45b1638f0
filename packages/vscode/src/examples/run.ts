import {
  type ExampleOutcome,
  type RunExamplesAnswer,
  type RunExamplesQuestion,
  runExamplesRequest,
} from "@concordat/server/protocol";
import {
  type CancellationToken,
  Location,
  Range,
  type TestController,
  type TestItem,
  TestMessage,
  type TestRun,
  type TestRunRequest,
  type Uri,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { coverageOf } from "./coverage.js";
import type { ExampleTree, Standing } from "./tree.js";

/** Works examples through and writes how each came out where it says what it expects. */
export class ExampleRunner {
  constructor(
    private readonly controller: TestController,
    private readonly tree: ExampleTree,
    private readonly client: BaseLanguageClient,
  ) {}

  async run(request: TestRunRequest, cancelled: CancellationToken, coverage: boolean): Promise<void> {
    const run = this.controller.createTestRun(request);
    try {
      for (const [contract, items] of this.chosen(request)) {
        if (cancelled.isCancellationRequested) break;
        for (const item of items) run.enqueued(item);
        await this.runContract(contract, items, run, cancelled, coverage);
      }
    } finally {
      run.end();
    }
  }

  /** The examples that a request is about, by contract. */
  chosen({ include, exclude }: TestRunRequest): Map<TestItem, TestItem[]> {
    const left = new Set(exclude);
    const chosen = new Map<TestItem, TestItem[]>();
    const add = (contract: TestItem, item: TestItem): void => {
      if (left.has(item) || left.has(contract)) return;
      chosen.set(contract, [...(chosen.get(contract) ?? []), item]);
    };
    for (const item of include ?? this.tree.contracts()) {
      if (item.parent) add(item.parent, item);
      else for (const [, child] of item.children) add(item, child);
    }
    return chosen;
  }

  private async runContract(
    contract: TestItem,
    items: readonly TestItem[],
    run: TestRun,
    cancelled: CancellationToken,
    coverage: boolean,
  ): Promise<void> {
    const standing = this.tree.of(contract);
    if (!standing) return;
    const examples = items.flatMap((item) => this.tree.of(item)?.example ?? []);
    for (const item of items) run.started(item);
    const answer = await this.ask(standing, { examples, coverage }, cancelled);
    if (!answer) for (const item of items) run.skipped(item);
    else if ("problem" in answer) {
      for (const item of items) run.errored(item, new TestMessage(`Not worked out: ${answer.problem}.`));
    } else {
      for (const item of items) {
        const outcome = answer.results.find(({ example }) => example === this.tree.of(item)?.example);
        if (outcome) report(outcome, item, standing.uri, run);
        else run.errored(item, new TestMessage("The contract no longer has this example."));
      }
      if (answer.coverage) run.addCoverage(coverageOf(standing.uri, answer.coverage));
    }
  }

  /** Undefined where it was cancelled. */
  private async ask(
    { uri, contract }: Standing,
    { examples, coverage }: { examples: string[]; coverage: boolean },
    cancelled: CancellationToken,
  ): Promise<RunExamplesAnswer | undefined> {
    const question: RunExamplesQuestion = { textDocument: { uri: uri.toString() }, contract, examples, coverage };
    try {
      return await this.client.sendRequest<RunExamplesAnswer>(runExamplesRequest, question, cancelled);
    } catch (error) {
      if (cancelled.isCancellationRequested) return undefined;
      throw error;
    }
  }
}

function report({ passed, expectations }: ExampleOutcome, item: TestItem, uri: Uri, run: TestRun): void {
  const lines = expectations.map(({ passed: met, sentence }) => `  ${met ? "✓" : "✗"} ${sentence}`);
  run.appendOutput([item.label, ...lines, ""].join("\r\n"), undefined, item);
  if (passed) {
    run.passed(item);
    return;
  }
  const messages = expectations
    .filter(({ passed: met }) => !met)
    .map(({ sentence, range }) => {
      const message = new TestMessage(sentence); // in words: beside the line the editor would write "£1 != £2"
      if (range) {
        const { start, end } = range;
        message.location = new Location(uri, new Range(start.line, start.character, end.line, end.character));
      }
      return message;
    });
  run.failed(item, messages);
}
