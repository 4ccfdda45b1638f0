import { type AstNode, AstUtils, Cancellation, interruptAndCheck } from "langium";
import type { FuzzyMatcher, LangiumSharedServices, NodeKindProvider, WorkspaceSymbolProvider } from "langium/lsp";
import type { WorkspaceSymbol, WorkspaceSymbolParams } from "vscode-languageserver";
import * as ast from "../generated/ast.js";
import { declaredIn } from "../names/declared.js";
import { nameWord } from "./symbols.js";

/** More than anyone looks through: the search is made narrower instead. */
const MOST = 500;

/** Finds things of every contract and library that is open or in the folder, by their name or a word of their title. */
export class ConcordatWorkspaceSymbols implements WorkspaceSymbolProvider {
  private readonly kinds: NodeKindProvider;
  private readonly matcher: FuzzyMatcher;

  constructor(private readonly shared: LangiumSharedServices) {
    this.kinds = shared.lsp.NodeKindProvider;
    this.matcher = shared.lsp.FuzzyMatcher;
  }

  async getSymbols(
    { query }: WorkspaceSymbolParams,
    cancelled = Cancellation.CancellationToken.None,
  ): Promise<WorkspaceSymbol[]> {
    const found: WorkspaceSymbol[] = [];
    for (const { parseResult, uri } of this.shared.workspace.LangiumDocuments.all) {
      await interruptAndCheck(cancelled);
      for (const thing of thingsOf(parseResult.value)) {
        const word = this.isSought(thing, query) ? nameWord(thing) : undefined;
        if (!word) continue;
        found.push({
          name: thing.title === undefined ? thing.name : `${thing.name}: ${thing.title}`,
          kind: this.kinds.getSymbolKind(thing),
          location: { uri: uri.toString(), range: word.range },
          ...containerOf(thing),
        });
        if (found.length === MOST) return found;
      }
    }
    return found;
  }

  private isSought({ name, title }: Thing, query: string): boolean {
    return (
      this.matcher.match(query, name) || (query !== "" && title?.toLowerCase().includes(query.toLowerCase()) === true)
    );
  }
}

type Thing = AstNode & { readonly name: string; readonly title?: string };

function* thingsOf(file: unknown): Iterable<Thing> {
  if (!ast.isConcordatFile(file)) return;
  for (const thing of [...file.contracts, ...file.libraries, ...file.variations, ...file.determinations])
    if (thing.name) yield thing;
  for (const holder of [...file.contracts, ...file.libraries])
    for (const thing of declaredIn(holder).all) if (!ast.isCategoryValue(thing)) yield thing;
}

function containerOf(thing: Thing): { containerName?: string } {
  const holder = AstUtils.getContainerOfType(thing.$container, (at) => ast.isContract(at) || ast.isLibrary(at));
  return holder ? { containerName: holder.name } : {};
}
