import { DefaultIndexManager, DocumentState, type LangiumDocument, UriUtils } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import { type FileDocument, libraryFiles, uriOf } from "./library-files.js";

/** Says which files are to be read again when others change. */
export class ConcordatIndexManager extends DefaultIndexManager {
  constructor(private readonly shared: LangiumSharedServices) {
    super(shared);
  }

  /** A file that imports is read again with what it imports, near or far; a deed with every file whose contract it may vary. */
  override isAffected(document: LangiumDocument, changedUris: Set<string>): boolean {
    if (super.isAffected(document, changedUris)) return true;
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
