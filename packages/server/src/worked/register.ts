import { type ContractModel, type ExampleResult, runExample } from "@concordat/model";
import { DocumentState, type LangiumDocument, type URI } from "langium";
import { createServerRequestHandler, type LangiumSharedServices } from "langium/lsp";
import type { CancellationToken, Connection } from "vscode-languageserver";
import { namedFiles } from "../client-files/named-files.js";
import { Contracts, type ContractText, textsIn } from "../contracts.js";
import { placedIn } from "../placed.js";
import { rangeOf } from "../preview/things.js";
import { stillAsked } from "../still-asked.js";
import { explained, type Placed } from "../what-if/explained.js";
import { rulesReached } from "./coverage.js";
import {
  type ContractExamples,
  type ExampleOutcome,
  type ExamplesQuestion,
  examplesRequest,
  type RunExamplesAnswer,
  type RunExamplesQuestion,
  runExamplesRequest,
} from "./protocol.js";

/** Answers `concordat/examples` and `concordat/runExamples`. A run ends between two examples where it is withdrawn. */
export function answerWorkedExamples(connection: Connection, shared: LangiumSharedServices): void {
  const contracts = new Contracts(shared);
  connection.onRequest(
    examplesRequest,
    createServerRequestHandler(
      (_services, document, _question: ExamplesQuestion): ContractExamples[] => {
        const reads = filesReadBy(document, shared);
        return textsIn(document).flatMap((contract) => examplesIn(contract, reads));
      },
      shared,
      DocumentState.Parsed,
    ),
  );
  connection.onRequest(
    runExamplesRequest,
    createServerRequestHandler(
      async (
        _services,
        document,
        question: RunExamplesQuestion,
        cancelled: CancellationToken,
      ): Promise<RunExamplesAnswer> => {
        const ready = contracts.named(document, question.contract);
        if ("problem" in ready) return ready;
        const placed = placedIn(document);
        const { contract } = ready;
        const wanted = contract.examples.filter(({ name }) => question.examples?.includes(name) ?? true);
        const worked: { result: ExampleResult; outcome: ExampleOutcome }[] = [];
        for (const example of wanted) {
          await stillAsked(cancelled);
          worked.push(run(contract, example, placed));
        }
        const results = worked.map(({ result }) => result);
        return {
          results: worked.map(({ outcome }) => outcome),
          ...(question.coverage ? { coverage: rulesReached(contract, results, placed) } : {}),
        };
      },
      shared,
      DocumentState.Validated,
    ),
  );
}

function run(contract: ContractModel, example: ContractModel["examples"][number], placed: Placed) {
  const result = runExample(contract, example);
  const outcome: ExampleOutcome = {
    example: result.name,
    passed: result.passed,
    expectations: result.expectations.map(({ passed, sentence, expected, actual, source, steps }) => {
      const range = placed(source);
      const why = passed ? [] : steps.flatMap((step) => explained(step, placed));
      return { passed, sentence, expected, actual, ...(range ? { range } : {}), why };
    }),
  };
  return { result, outcome };
}

function filesReadBy({ uri, textDocument }: LangiumDocument, { workspace }: LangiumSharedServices): string[] {
  const textOf = (named: URI) => workspace.LangiumDocuments.getDocument(named)?.textDocument.getText();
  return namedFiles(uri, textDocument.getText(), textOf).map(String);
}

function examplesIn(contract: ContractText, reads: string[]): ContractExamples[] {
  const range = rangeOf(contract);
  if (!range) return [];
  const examples = contract.items.flatMap((item) => {
    const place = item.$type === "Example" ? rangeOf(item) : undefined;
    if (item.$type !== "Example" || !place) return [];
    return [{ name: item.name, title: item.title ?? item.name, range: place }];
  });
  return [{ contract: contract.name, title: contract.title ?? contract.name, range, reads, examples }];
}
