import { summarise } from "@concordat/documents";
import { DocumentState } from "langium";
import { createServerRequestHandler, type LangiumSharedServices } from "langium/lsp";
import type { Connection } from "vscode-languageserver";
import { Contracts } from "./contracts.js";
import { type SummaryAnswer, type SummaryQuestion, summaryRequest } from "./protocol.js";

/** Answers `concordat/summary`. */
export function answerSummaries(connection: Connection, shared: LangiumSharedServices): void {
  const contracts = new Contracts(shared);
  connection.onRequest(
    summaryRequest,
    createServerRequestHandler(
      (_services, document, { contract, line, nonce }: SummaryQuestion): SummaryAnswer => {
        const ready = contract === undefined ? contracts.at(document, line) : contracts.named(document, contract);
        if ("problem" in ready) return { problem: `There is no summary: ${ready.problem}.` };
        const options = nonce === undefined ? {} : { nonce };
        return { contract: ready.contract.name, html: summarise(ready.contract, "html", options) };
      },
      shared,
      DocumentState.Validated,
    ),
  );
}
