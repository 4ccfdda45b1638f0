import type { ExampleResult } from "@concordat/model";
import { DocumentState } from "langium";
import { createServerRequestHandler, type LangiumSharedServices } from "langium/lsp";
import type { Connection } from "vscode-languageserver";
import { Contracts } from "./contracts.js";
import type { Page } from "./pages/protocol.js";
import { PageWriter } from "./pages/writer.js";
import { placedIn } from "./placed.js";
import { type ExampleAnswer, type ExampleQuestion, runExampleRequest } from "./protocol.js";
import { exampleResult, verdictOn } from "./verdict.js";
import { explained, type Placed } from "./what-if/explained.js";
import type { ExplainedLine } from "./what-if/protocol.js";

/** Answers `concordat/runExample`. */
export function answerExamples(connection: Connection, shared: LangiumSharedServices): void {
  const contracts = new Contracts(shared);
  connection.onRequest(
    runExampleRequest,
    createServerRequestHandler(
      (_services, document, { contract, example }: ExampleQuestion): ExampleAnswer => {
        const result = exampleResult(contracts.named(document, contract), example);
        if ("problem" in result) return { problem: `The example ${example} was not worked out: ${result.problem}.` };
        return { title: `Example ${example} of ${contract}`, ...workingOf(result, placedIn(document)) };
      },
      shared,
      DocumentState.Validated,
    ),
  );
}

/**
 * The verdict, then each expectation with the steps that lead to it; what a step is made of stands under it, indented, with
 * the line of the contract that says so. A step is told once: expectations of one payment share theirs.
 */
export function workingOf(result: ExampleResult, placed: Placed): Page {
  const page = new PageWriter();
  const told = new Set<string>();
  page.line(result.title ?? result.name);
  page.line(verdictOn(result));
  for (const { passed, sentence, steps, source } of result.expectations) {
    page.line("");
    page.line(`${passed ? "✓" : "✗"} ${sentence}`, placed(source));
    const lines = steps.flatMap((step) => explained(step, placed));
    const working = JSON.stringify(lines);
    if (told.has(working)) page.line("    Worked out as above.");
    else for (const line of lines) write(line, "    ", page, new Set());
    told.add(working);
  }
  page.line("");
  return page.page();
}

/** What a step is made of is told where it is read first. */
function write(line: ExplainedLine, indent: string, page: PageWriter, told: Set<string>): void {
  const { sentence, range, under } = line;
  page.line(indent + sentence, range);
  if (told.has(sentence)) return;
  told.add(sentence);
  const first = under.filter((one, index) => under.findIndex((other) => other.sentence === one.sentence) === index);
  for (const one of first) write(one, `${indent}    `, page, told);
}
