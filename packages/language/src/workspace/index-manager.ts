import {
  type AstNode,
  AstUtils,
  CstUtils,
  DefaultIndexManager,
  DocumentState,
  type LangiumDocument,
  type Reference,
  type ReferenceDescription,
  type Stream,
  stream,
  UriUtils,
} from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import { type FileDocument, libraryFiles, uriOf } from "./library-files.js";

/** Says which files are to be read again when others change. */
export class ConcordatIndexManager extends DefaultIndexManager {
  constructor(private readonly shared: LangiumSharedServices) {
    super(shared);
  }

  // A file's references are those of its links: there is no second list of them to keep.
  override async updateReferences(): Promise<void> {}

  override findAllReferences(target: AstNode): Stream<ReferenceDescription> {
    const { LangiumDocuments } = this.shared.workspace;
    const found = LangiumDocuments.all.toArray().flatMap((document) =>
      (document.references as Reference[])
        .filter(({ ref, $refNode }) => ref === target && $refNode !== undefined)
        .sort((a, b) => a.$refNode!.offset - b.$refNode!.offset)
        .map((reference) => this.described(reference, document, target)),
    );
    return stream(found);
  }

  private described({ $refNode }: Reference, document: LangiumDocument, target: AstNode): ReferenceDescription {
    const { AstNodeLocator } = this.serviceRegistry.getServices(document.uri).workspace;
    const targetUri = AstUtils.getDocument(target).uri;
    return {
      sourceUri: document.uri,
      sourcePath: AstNodeLocator.getAstNodePath($refNode!.astNode),
      targetUri,
      targetPath: AstNodeLocator.getAstNodePath(target),
      segment: CstUtils.toDocumentSegment($refNode)!,
      local: UriUtils.equals(document.uri, targetUri),
    };
  }

  private leadsTo({ references, uri }: LangiumDocument, changedUris: Set<string>): boolean {
    return references.some((reference) => {
      const other = (reference as Reference).$nodeDescription?.documentUri;
      return other !== undefined && !UriUtils.equals(other, uri) && changedUris.has(other.toString());
    });
  }

  /** A file that imports is read again with what it imports, near or far; a deed with every file whose contract it may vary. */
  override isAffected(document: LangiumDocument, changedUris: Set<string>): boolean {
    if (this.leadsTo(document, changedUris)) return true;
    // It is read anyway; a new file has no tree until then.
    if (document.state < DocumentState.Parsed) return false;
    const file = document as FileDocument;
    const { variations, determinations } = file.parseResult.value;
    if (variations.length + determinations.length > 0) {
      const folder = UriUtils.dirname(document.uri).toString();
      if ([...changedUris].some((uri) => folder.startsWith(uri.replace(/[^/]*$/, "").replace(/\/$/, "")))) return true;
    }
    if (file.parseResult.value.imports.length === 0) return false;
    return [file, ...libraryFiles(this.shared).closure(file)]
      .flatMap(({ parseResult }) => parseResult.value.imports)
      .some((line) => changedUris.has(uriOf(line)?.toString() ?? ""));
  }
}
