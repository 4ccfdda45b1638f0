import {
  type AstNode,
  Cancellation,
  DefaultDocumentBuilder,
  DocumentState,
  interruptAndCheck,
  type LangiumDocument,
  type URI,
} from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import { relinking } from "../incremental/relinking.js";
import { KeptAdvice } from "./kept-advice.js";

/** Heard when there is nothing more to say of a document as it stands. */
type CheckedListener = (document: LangiumDocument) => void;

const ADVICE = "slow";

/**
 * Builds files after an edit in two steps: what is wrong is told as soon as it is known; advice and what deeds leave of a
 * contract follow, and the next edit cancels them. Until advice is worked out anew, that of before stands where its lines
 * were not touched, so that nothing flickers.
 */
export class ConcordatDocumentBuilder extends DefaultDocumentBuilder {
  private readonly unadvised = new Set<LangiumDocument>();
  private readonly listeners: CheckedListener[] = [];
  private readonly kept = new KeptAdvice();

  constructor(private readonly shared: LangiumSharedServices) {
    super(shared);
  }

  onChecked(listener: CheckedListener): void {
    this.listeners.push(listener);
  }

  override async update(changed: URI[], deleted: URI[], token = Cancellation.CancellationToken.None): Promise<void> {
    await super.update(changed, deleted, token);
    await this.adviseAll(token);
  }

  /**
   * Tells what is wrong with texts that an editor opened before the folder around them is read. Advice, and what other
   * files say of them, come when it is. False where it was cancelled, or failed: a fault shows itself again, and is told,
   * when the texts are read with the folder.
   */
  async updateBeforeFolder(opened: URI[], token: Cancellation.CancellationToken): Promise<boolean> {
    return super.update(opened, [], token).then(
      () => true,
      () => false,
    );
  }

  /**
   * An editor asks about a text in the moment after it opened or changed it, and the text may not be read by then: the
   * question waits for what waits to be read, and does not fail.
   */
  protected override async awaitDocumentState(
    state: DocumentState,
    uri: URI,
    token: Cancellation.CancellationToken,
  ): Promise<URI> {
    const { LangiumDocuments, TextDocuments, WorkspaceLock, WorkspaceManager } = this.shared.workspace;
    const known = LangiumDocuments.getDocument(uri);
    const late = known ? known.state < state && this.currentState >= state : TextDocuments.get(uri) !== undefined;
    if (late) {
      await WorkspaceManager.ready;
      await WorkspaceLock.read(() => undefined);
    }
    return super.awaitDocumentState(state, uri, token);
  }

  /** Until its new text is read, a file keeps its links: most of them may hold. */
  override resetToState<T extends AstNode>(document: LangiumDocument<T>, state: DocumentState): void {
    if (state > DocumentState.Parsed) super.resetToState(document, state);
    else relinking.keepingLinks(document, () => super.resetToState(document, state));
  }

  protected override async validate(document: LangiumDocument, token: Cancellation.CancellationToken): Promise<void> {
    await super.validate(document, token);
    const done = this.buildState.get(document.uri.toString())?.result?.validationChecks ?? [];
    if (done.includes(ADVICE)) return this.finish(document);
    this.unadvised.add(document);
    const kept = this.kept.of(document);
    if (kept.length > 0) document.diagnostics = [...(document.diagnostics ?? []), ...kept];
  }

  private async adviseAll(token: Cancellation.CancellationToken): Promise<void> {
    for (const document of this.sortDocuments([...this.unadvised])) {
      const { LangiumDocuments } = this.shared.workspace;
      if (LangiumDocuments.getDocument(document.uri) !== document) this.unadvised.delete(document);
      else if (document.state === DocumentState.Validated) await this.advise(document, token);
    }
  }

  private async advise(document: LangiumDocument, token: Cancellation.CancellationToken): Promise<void> {
    await interruptAndCheck(token);
    const { DocumentValidator } = this.shared.ServiceRegistry.getServices(document.uri).validation;
    const advice = await DocumentValidator.validateDocument(document, { categories: [ADVICE] }, token);
    const kept = new Set(this.kept.of(document));
    document.diagnostics = [...(document.diagnostics ?? []).filter((one) => !kept.has(one)), ...advice];
    this.kept.keep(document, advice);
    if (kept.size + advice.length > 0) await this.notifyDocumentPhase(document, DocumentState.Validated, token);
    this.finish(document);
  }

  private finish(document: LangiumDocument): void {
    this.unadvised.delete(document);
    for (const listener of this.listeners) listener(document);
  }
}
