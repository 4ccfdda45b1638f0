import type { ExampleResult, StatementStep } from "@concordat/model";
import { DocumentState } from "langium";
import { createServerRequestHandler, type LangiumSharedServices } from "langium/lsp";
import type { Connection } from "vscode-languageserver";
import { type ExampleAnswer, type ExampleQuestion, runExampleRequest } from "../protocol.js";
import { Contracts } from "./contracts.js";
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

/** The verdict, then each expectation with the steps that lead to it; what a step is made of stands under it, indented. */
export function workingOf(result: ExampleResult): string {
  const heading = [`${result.title ?? result.name}`, verdictOn(result), ""];
  const parts = result.expectations.flatMap(({ passed, sentence, steps }) => [
    `${passed ? "✓" : "✗"} ${sentence}`,
    ...steps.flatMap((step) => linesOf(step, "    ")),
    "",
  ]);
  return [...heading, ...parts].join("\n");
}

function linesOf({ sentence, inputs }: StatementStep, indent: string): string[] {
  return [indent + sentence, ...inputs.flatMap((input) => linesOf(input, `${indent}    `))];
}
