import { CstUtils, type LangiumDocument, URI } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import type { CodeLens } from "vscode-languageserver";
import { namedItems } from "./named-items.js";
import { type ShowUsesArguments, showUsesCommand } from "./protocol.js";

/** What others read: of a party or a clause nobody asks. */
const COUNTED: ReadonlySet<string> = new Set(["Records", "Metric", "Define", "ShapeTemplate", "Payment", "Balance"]);

/** Where a lens is, and of what: enough to count later. */
interface Uncounted {
  readonly uri: string;
  readonly offset: number;
}

/** Lenses that do not say anything yet. An editor asks for what those say that are in sight. */
export function useLenses(document: LangiumDocument): CodeLens[] {
  return namedItems(document)
    .filter(({ item }) => COUNTED.has(item.$type))
    .map(({ word: { range, offset } }) => {
      const data: Uncounted = { uri: document.uri.toString(), offset };
      return { range, data };
    });
}

/** Counts by the index of references that is kept while the text is edited: nothing is searched. */
export function countUses(lens: CodeLens, shared: LangiumSharedServices): CodeLens {
  const { uri, offset } = lens.data as Uncounted;
  const document = shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
  const root = document?.parseResult.value.$cstNode;
  const word = root && CstUtils.findLeafNodeAtOffset(root, offset);
  if (!document || !word) return { ...lens, command: { title: "", command: "" } };
  const { References } = shared.ServiceRegistry.getServices(document.uri).references;
  const uses = References.findDeclarations(word).flatMap((thing) =>
    References.findReferences(thing, {})
      .map(({ sourceUri, segment }) => ({ uri: sourceUri.toString(), range: segment.range }))
      .toArray(),
  );
  if (uses.length === 0) return { ...lens, command: { title: "not used", command: "" } };
  const places: ShowUsesArguments = [uri, lens.range.start, uses];
  const title = uses.length === 1 ? "1 use" : `${uses.length} uses`;
  return { ...lens, command: { title, command: showUsesCommand, arguments: places } };
}
