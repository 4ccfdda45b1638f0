import type { ExampleResult, StatementStep } from "@concordat/model";
import { DocumentState } from "langium";
import { createServerRequestHandler, type LangiumSharedServices } from "langium/lsp";
import type { Connection } from "vscode-languageserver";
import { Contracts } from "./contracts.js";
import { type ExampleAnswer, type ExampleQuestion, runExampleRequest } from "./protocol.js";
import { exampleResult, verdictOn } from "./verdict.js";

/** Answers `concordat/runExample`. */
export function answerExamples(connection: Connection, shared: LangiumSharedServices): void {
  const contracts = new Contracts(shared);
  connection.onRequest(
    runExampleRequest,
    createServerRequestHandler(
      (_services, document, { contract, example }: ExampleQuestion): ExampleAnswer => {
        const result = exampleResult(contracts.named(document, contract), example);
        if ("problem" in result) return { problem: `The example ${example} was not worked out: ${result.problem}.` };
        return { title: `Example ${example}`, text: workingOf(result) };
      },
      shared,
      DocumentState.Validated,
    ),
  );
}

/**
 * The verdict, then each expectation with the steps that lead to it; what a step is made of stands under it, indented. A
 * step is told once: expectations of one payment share theirs.
 */
export function workingOf(result: ExampleResult): string {
  const told = new Set<string>();
  const parts = result.expectations.flatMap(({ passed, sentence, steps }) => {
    const lines = steps.flatMap((step) => linesOf(step, "    "));
    const working = lines.join("\n");
    const known = told.has(working);
    told.add(working);
    return [`${passed ? "✓" : "✗"} ${sentence}`, ...(known ? ["    Worked out as above."] : lines), ""];
  });
  return [`${result.title ?? result.name}`, verdictOn(result), "", ...parts].join("\n");
}

/** A constant is not told by itself: the step that uses it says it. */
function linesOf({ kind, sentence, inputs }: StatementStep, indent: string): string[] {
  if (kind === "constant") return [];
  return [indent + sentence, ...inputs.flatMap((input) => linesOf(input, `${indent}    `))];
}
