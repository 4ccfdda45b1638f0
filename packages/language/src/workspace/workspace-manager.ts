import {
  DefaultWorkspaceManager,
  delayNextTick,
  type LangiumDocument,
  type Stream,
  startCancelableOperation,
  URI,
} from "langium";
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
  private isHeldUp = false;

  constructor(private readonly shared: LangiumSharedServices) {
    super(shared);
  }

  /** Before the folder is looked through: where the editor's client reads the files, that alone takes a while. */
  protected override async loadAdditionalDocuments(): Promise<void> {
    await this.readOpened();
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
    if (opened.length === 0 || this.isHeldUp || !(DocumentBuilder instanceof ConcordatDocumentBuilder)) return;
    for (const { uri, version } of opened) this.read.set(uri, version);
    const [begun, operation] = [Date.now(), startCancelableOperation()];
    const listening = TextDocuments.onDidChangeContent(() => operation.cancel());
    const uris = opened.map(({ uri }) => URI.parse(uri));
    const isRead = await DocumentBuilder.updateBeforeFolder(uris, operation.token);
    listening.dispose();
    if (isRead) return;
    for (const { uri } of opened) this.read.delete(uri);
    this.isHeldUp = Date.now() - begun > PATIENCE;
  }
}

/** Milliseconds after which something that an open text names is taken not to come: then the folder goes before. */
const PATIENCE = 1_000;

/** A deed or a determination is of a contract that stands in any file around: it waits for all of them. */
const DEED = /^[ \t]*(?:variation|determination)\s/m;
