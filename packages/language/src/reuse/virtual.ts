import { AstUtils, DocumentState, type LangiumDocument, type LinkingError, type URI } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import type * as ast from "../generated/ast.js";
import { type MappedText, setOrigin } from "./mapped-text.js";

/** A text that was put together, read and linked as if it were a file. */
export interface PutTogether {
  readonly document: LangiumDocument<ast.ConcordatFile>;
  readonly contract: ast.Contract | undefined;
  readonly unknown: readonly LinkingError[];
}

/** Reads a text that was put together out of others. It stands in no workspace: nothing finds it, nothing rebuilds it. */
export function readTogether(origin: MappedText, uri: URI, shared: LangiumSharedServices): PutTogether {
  const document = shared.workspace.LangiumDocumentFactory.fromString<ast.ConcordatFile>(
    origin.text,
    uri.with({ fragment: "put-together" }),
  );
  setOrigin(document, origin);
  // Names are looked up in the tree alone, so the phases that index a file of the workspace are not needed.
  document.state = DocumentState.ComputedScopes;
  const unknown: LinkingError[] = [];
  for (const node of AstUtils.streamAst(document.parseResult.value)) {
    for (const { reference } of AstUtils.streamReferences(node)) {
      if ("ref" in reference && reference.ref === undefined && reference.error) unknown.push(reference.error);
    }
  }
  return { document, contract: document.parseResult.value.contracts[0], unknown };
}
