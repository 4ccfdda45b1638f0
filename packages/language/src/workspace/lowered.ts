import { type FileSystemProvider, type LangiumDocument, UriUtils } from "langium";
import type * as ast from "../generated/ast.js";
import { type Lowered, lowerContract } from "../lowering/contract.js";

const cache = new WeakMap<ast.Contract, Lowered>();

/** The contract of a tree, lowered once for each parse. The tree must be linked. */
export function loweredContract(contract: ast.Contract, document: LangiumDocument, files: FileSystemProvider): Lowered {
  let lowered = cache.get(contract);
  if (!lowered) {
    lowered = lowerContract(contract, (path) => readBeside(document, path, files));
    cache.set(contract, lowered);
  }
  return lowered;
}

/** A file that a contract names lies in the contract's folder or below it: a path that climbs out of it is not read. */
export function isInside(path: string): boolean {
  const parts = path.split(/[\\/]/);
  return !/^([\\/]|[A-Za-z]:|[A-Za-z][A-Za-z0-9+.-]*:\/\/)/.test(path) && !parts.includes("..");
}

function readBeside(document: LangiumDocument, path: string, files: FileSystemProvider): string | undefined {
  if (!isInside(path)) return undefined;
  try {
    return files.readFileSync(UriUtils.resolvePath(UriUtils.dirname(document.uri), path));
  } catch {
    return undefined;
  }
}
