import type { CstNode, LangiumDocument, LinkingError } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import * as ast from "../generated/ast.js";
import { libraryBefore } from "../names/from-library.js";
import { deedAround } from "../variations/deeds.js";
import { libraryFiles } from "../workspace/library-files.js";
import type { UnknownName } from "./linking.js";

/** Each name of a text that nothing has, once: where the thing is lacking that would have it, that alone is told. */
export function unknownNames(
  document: LangiumDocument,
  shared: LangiumSharedServices,
): { readonly error: UnknownName; readonly at: CstNode }[] {
  return document.references.flatMap(({ error, $refNode: at }) =>
    !error || !at || hasNoContract(error) || hasNoShape(error) || hasNoLibrary(error, shared)
      ? []
      : [{ error: error as UnknownName, at }],
  );
}

/** In a deed of a contract that is not there no name can be known: that is said once, at the contract's name. */
function hasNoContract({ info }: LinkingError): boolean {
  const deed = deedAround(info.container);
  return deed !== undefined && deed !== info.container && deed.contract?.ref === undefined;
}

/** Of a shape that is not there no parameter can be known. */
const hasNoShape = ({ info: { container } }: LinkingError): boolean =>
  ast.isArgument(container) && container.$container.target?.ref === undefined;

/** Of a library that is not there, or cannot be read, nothing can be known: that is said at its import, or at its name. */
function hasNoLibrary({ info: { container, property } }: LinkingError, shared: LangiumSharedServices): boolean {
  const before = property === "target" ? libraryBefore(container) : undefined;
  if (!before) return false;
  const line = before.ref;
  return !ast.isImport(line) || libraryFiles(shared).library(line) === undefined;
}
