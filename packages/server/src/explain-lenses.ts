import type { LangiumDocument } from "langium";
import type { CodeLens } from "vscode-languageserver";
import { namedItems } from "./named-items.js";
import { type ExplainArguments, explainCommand } from "./protocol.js";

/** Over each payment, the way to why it comes to what it does. It waits for nothing: the client asks what it shows. */
export function explainLenses(document: LangiumDocument): CodeLens[] {
  return namedItems(document).flatMap(({ item, word: { range } }) => {
    if (item.$type !== "Payment") return [];
    const place: ExplainArguments = [document.uri.toString(), range];
    return [{ range, command: { title: "Explain", command: explainCommand, arguments: place } }];
  });
}
