import { DocumentState } from "langium";
import { createServerRequestHandler, type LangiumSharedServices } from "langium/lsp";
import type { CancellationToken, Connection } from "vscode-languageserver";
import { Contracts } from "../contracts.js";
import { placedIn } from "../placed.js";
import { stillAsked } from "../still-asked.js";
import { type WhatIfAnswer, type WhatIfQuestion, whatIfRequest } from "../what-if/protocol.js";
import { whatIf } from "../what-if/result.js";
import { previewOf, problemOf } from "./answer.js";
import { type PreviewAnswer, type PreviewQuestion, type ProblemAnswer, previewRequest } from "./protocol.js";

/** Answers `concordat/preview` and `concordat/whatIf`. Both wait for the checks, and end where the question is withdrawn. */
export function answerPreviews(connection: Connection, shared: LangiumSharedServices): void {
  const contracts = new Contracts(shared);
  connection.onRequest(
    previewRequest,
    createServerRequestHandler(
      async (_services, document, question: PreviewQuestion, cancelled: CancellationToken): Promise<PreviewAnswer> => {
        await stillAsked(cancelled);
        return previewOf(document, question, contracts);
      },
      shared,
      DocumentState.Validated,
    ),
  );
  connection.onRequest(
    whatIfRequest,
    createServerRequestHandler(
      async (
        _services,
        document,
        question: WhatIfQuestion,
        cancelled: CancellationToken,
      ): Promise<WhatIfAnswer | ProblemAnswer> => {
        await stillAsked(cancelled);
        const ready = contracts.named(document, question.contract);
        if ("problem" in ready) return problemOf(document, ready.problem);
        return whatIf(ready.contract, question, placedIn(document));
      },
      shared,
      DocumentState.Validated,
    ),
  );
}
