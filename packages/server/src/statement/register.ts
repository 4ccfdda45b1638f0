import { DocumentState } from "langium";
import { createServerRequestHandler, type LangiumSharedServices } from "langium/lsp";
import type { Connection } from "vscode-languageserver";
import { textsIn } from "../contracts.js";
import { placedIn } from "../placed.js";
import { thingsIn } from "../preview/things.js";
import { statementPage } from "./page.js";
import { type StatementAnswer, type StatementQuestion, statementRequest } from "./protocol.js";

/** Answers `concordat/statement`. */
export function answerStatements(connection: Connection, shared: LangiumSharedServices): void {
  connection.onRequest(
    statementRequest,
    createServerRequestHandler(
      (_services, document, { statement }: StatementQuestion): StatementAnswer =>
        statementPage(statement, textsIn(document).flatMap(thingsIn), placedIn(document)) ?? {
          problem: "The concordat program gave no statement: it may be of another version than this extension.",
        },
      shared,
      DocumentState.Parsed,
    ),
  );
}
