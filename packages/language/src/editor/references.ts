import {
  type AstNode,
  AstUtils,
  type CstNode,
  CstUtils,
  DefaultReferences,
  type FindReferencesOptions,
  GrammarUtils,
  type LangiumDocument,
  type ReferenceDescription,
  type Stream,
  stream,
  UriUtils,
} from "langium";
import type { LangiumServices, LangiumSharedServices } from "langium/lsp";
import * as ast from "../generated/ast.js";
import { type KeyUse, keyOf, keyProperty, keysIn, keyTarget } from "../names/keys.js";
import { declarationsOf, originalOf } from "../names/same-thing.js";

/** Where a thing is declared and where it is named: in lines, in prose, as the key of a row, in deeds, in files that import it. */
export class ConcordatReferences extends DefaultReferences {
  private readonly shared: LangiumSharedServices;

  constructor(services: LangiumServices) {
    // The framework searches the whole grammar for names that mean several things at once. The language has none.
    super(Object.create(services, { Grammar: { value: { $type: "Grammar" } } }) as LangiumServices);
    this.shared = services.shared;
  }

  override findDeclarations(source: CstNode): AstNode[] {
    const key = keyAt(source);
    if (key) {
      const target = keyTarget(key);
      return target ? [originalOf(target)] : [];
    }
    return super.findDeclarations(source).map(originalOf);
  }

  override findReferences(target: AstNode, options: FindReferencesOptions): Stream<ReferenceDescription> {
    const declarations = declarationsOf(target, this.shared);
    const all = [
      ...declarations.flatMap((each) => super.findReferences(each, options).toArray()),
      ...this.keysOf(declarations),
    ];
    const { documentUri } = options;
    const here = documentUri ? all.filter(({ sourceUri }) => UriUtils.equals(sourceUri, documentUri)) : all;
    return stream(new Map(here.map((each) => [`${each.sourceUri} ${each.segment.offset}`, each])).values());
  }

  private keysOf(declarations: readonly AstNode[]): ReferenceDescription[] {
    const { name } = declarations[0] as Partial<ast.Named>;
    if (name === undefined) return [];
    return this.documents.all.toArray().flatMap((document) =>
      keysIn(document.parseResult.value as ast.ConcordatFile)
        .filter((use) => keyOf(use) === name && declarations.includes(keyTarget(use) as AstNode))
        .map((use) => this.describeKey(use, document)),
    );
  }

  private describeKey(use: KeyUse, document: LangiumDocument): ReferenceDescription {
    const cst = GrammarUtils.findNodeForProperty(use.$cstNode, keyProperty(use)!)!;
    const path = this.nodeLocator.getAstNodePath(use);
    return {
      sourceUri: document.uri,
      sourcePath: path,
      targetUri: document.uri,
      targetPath: path,
      segment: CstUtils.toDocumentSegment(cst),
      local: true,
    };
  }
}

/** The key that a word of the text is. */
export function keyAt(word: CstNode): KeyUse | undefined {
  const { astNode: node } = word;
  const property = keyProperty(node);
  if (!property || !ast.isConcordatFile(AstUtils.findRootNode(node))) return undefined;
  const cst = GrammarUtils.findNodeForProperty(node.$cstNode, property);
  return cst && cst.offset === word.offset ? (node as KeyUse) : undefined;
}
