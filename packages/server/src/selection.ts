import { selectionRange } from "@concordat/language";
import { DocumentState } from "langium";
import { createServerRequestHandler, type LangiumSharedServices } from "langium/lsp";
import type { Connection, SelectionRange, SelectionRangeParams } from "vscode-languageserver";
import { offer } from "./capabilities.js";

/** Answers what is selected step by step around a place. The framework has no handler for it. */
export function answerSelections(connection: Connection, shared: LangiumSharedServices): void {
  offer(shared, { selectionRangeProvider: true });
  connection.onSelectionRanges(
    createServerRequestHandler(
      (_services, document, { positions }: SelectionRangeParams): SelectionRange[] =>
        positions.map((position) => selectionRange(document, position)),
      shared,
      DocumentState.Parsed,
    ),
  );
}
