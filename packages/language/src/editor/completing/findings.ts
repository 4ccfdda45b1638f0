import type { LangiumDocument } from "langium";
import type { CompletionValueItem } from "langium/lsp";
import { CompletionItemKind } from "vscode-languageserver";
import { aboutFinding, acceptableIn } from "../advice.js";

/** After `accept`: what may be accepted, what is told in this file before the rest. */
export const findingItems = (document: LangiumDocument): CompletionValueItem[] =>
  acceptableIn(document).map(({ id, told }) => ({
    label: id,
    kind: CompletionItemKind.EnumMember,
    sortText: told ? "0" : "1",
    documentation: { kind: "markdown", value: aboutFinding(id) },
  }));
