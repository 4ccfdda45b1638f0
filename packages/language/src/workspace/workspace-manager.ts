import { DefaultWorkspaceManager, delayNextTick, type LangiumDocument, type Stream, URI } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import { ConcordatDocumentBuilder } from "./document-builder.js";

/** Files of a folder that are read between two looks at what is open. */
const AT_ONCE = 10;

/**
 * At the start what is open in the editor is read first, with what it imports, and what is wrong with it is told; the rest
 * of the folder follows, and gives way to what is typed meanwhile.
 */
export class ConcordatWorkspaceManager extends DefaultWorkspaceManager {
  /** The version in which each open text was last read. */
  private readonly read = new Map<string, number>();

  constructor(private readonly shared: LangiumSharedServices) {
    super(shared);
  }

  protected override async loadWorkspaceDocuments(
    uris: Stream<URI>,
    collect: (document: LangiumDocument) => void,
  ): Promise<void> {
    // The list is made before a file is read, for that may read others of the list: the libraries that it imports.
    const all = uris.toArray();
    for (let from = 0; from < all.length; from += AT_ONCE) {
      await this.readOpened();
      const documents = all.slice(from, from + AT_ONCE).map((uri) => this.langiumDocuments.getOrCreateDocument(uri));
      for (const document of await Promise.all(documents)) collect(document);
    }
  }

  private async readOpened(): Promise<void> {
    // An editor that has something open says so right after the start.
    await delayNextTick();
    const { TextDocuments, DocumentBuilder } = this.shared.workspace;
    const opened = TextDocuments.all().filter(
      (text) =>
        this.serviceRegistry.hasServices(URI.parse(text.uri)) &&
        this.read.get(text.uri) !== text.version &&
        !DEED.test(text.getText()),
    );
    if (opened.length === 0 || !(DocumentBuilder instanceof ConcordatDocumentBuilder)) return;
    for (const { uri, version } of opened) this.read.set(uri, version);
    await DocumentBuilder.updateBeforeFolder(opened.map(({ uri }) => URI.parse(uri)));
  }
}

/** A deed or a determination is of a contract that stands in any file around: it waits for all of them. */
const DEED = /^[ \t]*(?:variation|determination)\s/m;
