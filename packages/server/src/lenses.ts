import { DocumentState, type LangiumDocument } from "langium";
import { createServerRequestHandler, type LangiumSharedServices } from "langium/lsp";
import type { CodeLens, Connection } from "vscode-languageserver";
import { offer } from "./capabilities.js";
import { Contracts } from "./contracts.js";
import { explainLenses } from "./explain-lenses.js";
import { namedItems } from "./named-items.js";
import { type ExampleQuestion, languageId } from "./protocol.js";
import { countUses, useLenses } from "./use-lenses.js";
import { exampleResult, verdictOn } from "./verdict.js";

/**
 * Puts two lenses over every worked example: one runs it, the other carries its verdict. The verdict needs no click,
 * because an example is worked out in milliseconds; it waits for the contract's checks, so it is never of an older text.
 * Over a payment stands the way to its explanation. Over what others read stands how often it is named: that is counted only for what is in sight.
 */
export function offerLenses(connection: Connection, shared: LangiumSharedServices): void {
  const contracts = new Contracts(shared);
  offer(shared, { codeLensProvider: { resolveProvider: true } });
  connection.onCodeLens(
    createServerRequestHandler(
      (_services, document) => [...lensesOf(document, contracts), ...explainLenses(document), ...useLenses(document)],
      shared,
      DocumentState.Validated,
    ),
  );
  connection.onCodeLensResolve((lens) => countUses(lens, shared));
}

function lensesOf(document: LangiumDocument, contracts: Contracts): CodeLens[] {
  const textDocument = { uri: document.uri.toString() };
  return namedItems(document).flatMap(({ contract: { name: contract }, item, word: { range } }) => {
    if (item.$type !== "Example") return [];
    const question: ExampleQuestion = { textDocument, contract, example: item.name };
    const lens = (title: string): CodeLens => ({
      range,
      command: { title, command: `${languageId}.runExample`, arguments: [question] },
    });
    return [lens("▶ Run example"), lens(verdictOn(exampleResult(contracts.named(document, contract), item.name)))];
  });
}
