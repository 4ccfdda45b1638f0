import { AstUtils, URI } from "langium";
import type { LangiumServices } from "langium/lsp";
import { doesNotParse } from "../../parser/validator.js";
import type { Place } from "../rename.js";

/** Why the texts would no longer say the same with another name in these places; undefined where they would. */
export function staysReadable(
  changes: ReadonlyMap<string, readonly Place[]>,
  newName: string,
  { shared: { workspace } }: LangiumServices,
): string | undefined {
  for (const [uri, places] of changes) {
    const document = workspace.LangiumDocuments.getDocument(URI.parse(uri));
    if (!document || doesNotParse(document.parseResult)) continue;
    const text = document.textDocument.getText();
    let from = 0;
    let changed = "";
    for (const { offset, end, text: written } of places) {
      changed += text.slice(from, offset) + written;
      from = end;
    }
    const { parseResult } = workspace.LangiumDocumentFactory.fromString(
      changed + text.slice(from),
      URI.parse("memory:///renamed.concordat"),
    );
    if (doesNotParse(parseResult) || kinds(parseResult.value) !== kinds(document.parseResult.value))
      return `"${newName}" is a word of the language, and in one of these places it would be read as that. Choose another name.`;
  }
  return undefined;
}

const kinds = (root: Parameters<typeof AstUtils.streamAst>[0]): string =>
  AstUtils.streamAst(root)
    .map(({ $type }) => $type)
    .join(" ");
