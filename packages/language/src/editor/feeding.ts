import { type AstNode, AstUtils, CstUtils, type LangiumDocument, type Reference, URI } from "langium";
import type { CallHierarchyProvider, LangiumServices } from "langium/lsp";
import type {
  CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsParams,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsParams,
  CallHierarchyPrepareParams,
  Range,
} from "vscode-languageserver";
import * as ast from "../generated/ast.js";
import { originalOf } from "../names/same-thing.js";
import { nameWord } from "./symbols.js";

/** What is worked out, or reported: each is worked out from others, and others from it. */
type Fed = ast.Named & { readonly title?: string };

const isFed = (node: unknown): node is Fed =>
  ast.isPayment(node) ||
  ast.isMetric(node) ||
  ast.isDefine(node) ||
  ast.isBalance(node) ||
  ast.isTable(node) ||
  ast.isShapeTemplate(node) ||
  ast.isFigure(node) ||
  ast.isGroupFigure(node) ||
  ast.isRecords(node) ||
  ast.isPaymentsLimit(node);

/**
 * What feeds a payment, and what a value feeds. An editor calls it a hierarchy of calls: a payment calls the metrics that
 * it reads, so *outgoing* is what feeds it, and *incoming* is what it feeds.
 */
export class ConcordatFeeding implements CallHierarchyProvider {
  constructor(private readonly services: LangiumServices) {}

  prepareCallHierarchy(
    document: LangiumDocument,
    { position }: CallHierarchyPrepareParams,
  ): CallHierarchyItem[] | undefined {
    const thing = this.thingAt(document, document.textDocument.offsetAt(position));
    return thing && [this.itemOf(thing)];
  }

  outgoingCalls({ item }: CallHierarchyOutgoingCallsParams): CallHierarchyOutgoingCall[] | undefined {
    const thing = this.thingOf(item);
    if (!thing) return undefined;
    const feeding = grouped(readIn(thing).map(({ reference, of }) => [of, reference] as const));
    return [...feeding].map(([of, ranges]) => ({ to: this.itemOf(of), fromRanges: ranges }));
  }

  incomingCalls({ item }: CallHierarchyIncomingCallsParams): CallHierarchyIncomingCall[] | undefined {
    const thing = this.thingOf(item);
    if (!thing) return undefined;
    const { LangiumDocuments } = this.services.shared.workspace;
    const found = this.services.references.References.findReferences(thing, { includeDeclaration: false })
      .toArray()
      .flatMap(({ sourceUri, sourcePath }): (readonly [Fed, Reference])[] => {
        const document = LangiumDocuments.getDocument(sourceUri);
        const node =
          document && this.services.workspace.AstNodeLocator.getAstNode(document.parseResult.value, sourcePath);
        const reader = node && fedAround(node);
        if (!node || !reader || reader === thing) return [];
        return referencesOf(node).flatMap((each) => (fedBy(each) === thing ? [[reader, each] as const] : []));
      });
    return [...grouped(found)].map(([from, ranges]) => ({ from: this.itemOf(from), fromRanges: ranges }));
  }

  private thingOf({ uri, selectionRange }: CallHierarchyItem): Fed | undefined {
    const document = this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
    return document && this.thingAt(document, document.textDocument.offsetAt(selectionRange.start));
  }

  /** What the word at a place names; else what is worked out where it stands. */
  private thingAt({ parseResult }: LangiumDocument, offset: number): Fed | undefined {
    const root = parseResult.value.$cstNode;
    const word =
      root && CstUtils.findDeclarationNodeAtOffset(root, offset, this.services.parser.GrammarConfig.nameRegexp);
    if (!word) return undefined;
    const named = this.services.references.References.findDeclarations(word).flatMap(
      (node) => fedAround(node) ?? [],
    )[0];
    return named ?? fedAround(word.astNode);
  }

  private itemOf(thing: Fed): CallHierarchyItem {
    const range = thing.$cstNode!.range;
    return {
      name: thing.name,
      ...(thing.title === undefined ? {} : { detail: thing.title }),
      kind: this.services.shared.lsp.NodeKindProvider.getSymbolKind(thing),
      uri: AstUtils.getDocument(thing).uri.toString(),
      range,
      selectionRange: nameWord(thing)?.range ?? range,
    };
  }
}

/** The thing of which a node is a part: of a column its table, of a step its payment. What a deed changes is the contract's. */
function fedAround(node: AstNode): Fed | undefined {
  const original = originalOf(node);
  for (let at: AstNode | undefined = original; at; at = at.$container) if (isFed(at)) return originalOf(at) as Fed;
  return undefined;
}

const referencesOf = (node: AstNode): Reference[] =>
  AstUtils.streamReferences(node)
    .toArray()
    .flatMap(({ reference }) => ("ref" in reference ? [reference as Reference] : []));

/** What a name brings into the value that it stands in; a party or a set brings nothing. */
function fedBy({ ref }: Reference): Fed | undefined {
  return ref && fedAround(ref);
}

function readIn(thing: Fed): { reference: Reference; of: Fed }[] {
  return AstUtils.streamAst(thing)
    .flatMap(referencesOf)
    .toArray()
    .flatMap((reference) => {
      const of = fedBy(reference);
      return of && of !== thing ? [{ reference, of }] : [];
    });
}

/** One entry for each thing, with every place, in the order of the text. */
function grouped(found: readonly (readonly [Fed, Reference])[]): Map<Fed, Range[]> {
  const groups = new Map<Fed, Range[]>();
  for (const [thing, { $refNode }] of found) {
    const ranges = groups.get(thing) ?? [];
    if (
      $refNode &&
      !ranges.some(
        ({ start }) => start.line === $refNode.range.start.line && start.character === $refNode.range.start.character,
      )
    )
      ranges.push($refNode.range);
    groups.set(thing, ranges);
  }
  return groups;
}
