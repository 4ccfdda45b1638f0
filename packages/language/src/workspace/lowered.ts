import { type FileSystemProvider, type LangiumDocument, type LinkingError, UriUtils } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import { collector, type Found } from "../diagnostics/finding.js";
import type * as ast from "../generated/ast.js";
import { type Lowered, lowerTerms } from "../lowering/contract.js";
import { forgetAll } from "../lowering/redo.js";
import { finished, type Steps } from "../lowering/turns.js";
import type { UnknownName } from "../parser/linking.js";
import { expanded, takesFromLibraries } from "../reuse/expand.js";
import { type PutTogether, readTogether } from "../reuse/virtual.js";
import { type Begun, InSteps } from "./in-steps.js";
import { isInside } from "./inside.js";
import { type FileDocument, libraryFiles } from "./library-files.js";

export { isInside } from "./inside.js";

interface Remembered {
  readonly lowered: InSteps;
  /** The trees that it was worked out from besides its own. */
  readonly trees: readonly unknown[];
}

const NOT_SOUND = new InSteps(
  // biome-ignore lint/correctness/useYield: there is nothing to do
  function* () {
    return { terms: { found: [], faults: [] } };
  },
);

const cache = new WeakMap<ast.Contract, Remembered>();

/** The contract of a tree, lowered once for each parse of its file and of those that it imports. The tree must be linked. */
export function loweredContract(
  contract: ast.Contract,
  document: LangiumDocument,
  shared: LangiumSharedServices,
): Lowered {
  return finished(lowering(contract, document, shared).advised());
}

/** The same in two steps, each of which can be left and gone on with: first all that must be right, then advice. */
export function lowering(contract: ast.Contract, document: LangiumDocument, shared: LangiumSharedServices): InSteps {
  if (!isSound(document)) return NOT_SOUND;
  const trees = libraryFiles(shared)
    .closure(document as FileDocument)
    .map(({ parseResult }) => parseResult.value);
  const known = cache.get(contract);
  if (known && known.trees.length === trees.length && known.trees.every((tree, index) => tree === trees[index]))
    return known.lowered;
  const lowered = new InSteps(() => lowerWhole(contract, document, shared));
  cache.set(contract, { lowered, trees });
  return lowered;
}

/** A file that a contract of the document names has changed, though no text has: what was read from it is not used again. */
export function forgetLowered(document: LangiumDocument): void {
  const { contracts = [] } = document.parseResult.value as Partial<ast.ConcordatFile>;
  for (const contract of contracts) {
    cache.delete(contract);
    forgetAll(contract);
  }
}

/** Whether the file parses and all its names are known; what is wrong with it is said there, not by who reads from it. */
const isSound = ({ parseResult: { lexerErrors, parserErrors }, references }: LangiumDocument): boolean =>
  lexerErrors.length + parserErrors.length === 0 && references.every(({ error }) => error === undefined);

function* lowerWhole(contract: ast.Contract, document: LangiumDocument, shared: LangiumSharedServices): Steps<Begun> {
  const nothing = (found: readonly Found[]) => ({ tree: contract, terms: { found, faults: [] } });
  if (!isSound(document)) return nothing([]);
  const readText = (path: string) => readBeside(document, path, shared.workspace.FileSystemProvider);
  if (!takesFromLibraries(contract)) return { tree: contract, terms: yield* lowerTerms(contract, readText) };
  const { report, found } = collector();
  const together = readTogether(expanded(contract, report), document.uri, shared);
  found.push(...together.unknown.map(unknownName));
  if (found.length > 0 || !together.contract) return nothing(found);
  return { tree: together.contract, terms: yield* lowerTerms(together.contract, readText) };
}

/** A contract that was put together out of several texts. What deeds leave may still take from libraries. */
export function lowerTogether({ document, contract, unknown }: PutTogether, shared: LangiumSharedServices): Lowered {
  if (!contract || unknown.length > 0) return { found: unknown.map(unknownName), faults: [] };
  return finished(new InSteps(() => lowerWhole(contract, document, shared)).advised());
}

/** A name of a text that was put together which nothing in it has. */
export function unknownName(error: LinkingError): Found {
  const { id, message, info } = error as UnknownName;
  return { id, message, parameters: {}, node: info.container, missing: info.reference.$refText };
}

function readBeside(document: LangiumDocument, path: string, files: FileSystemProvider): string | undefined {
  if (!isInside(path)) return undefined;
  try {
    return files.readFileSync(UriUtils.resolvePath(UriUtils.dirname(document.uri), path));
  } catch {
    return undefined;
  }
}
