import { type Disposable, EventEmitter, type TextDocumentContentProvider, Uri, window, workspace } from "vscode";

/** Texts that the extension shows and nobody edits: a statement, an example's working. Each has a tab named by its title. */
export class TextPages implements TextDocumentContentProvider, Disposable {
  static readonly scheme = "concordat-page";

  private readonly texts = new Map<string, string>();
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;

  private readonly registrations = [
    workspace.registerTextDocumentContentProvider(TextPages.scheme, this),
    workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())),
  ];

  provideTextDocumentContent(uri: Uri): string {
    return this.texts.get(uri.toString()) ?? "This page was made in an earlier session. Run the command again.";
  }

  /** Opens the page beside the contract, or brings its text up to date where it is open already. */
  async show(title: string, text: string): Promise<void> {
    const uri = Uri.from({ scheme: TextPages.scheme, path: `/${title.replaceAll("/", "-")}.txt` });
    this.texts.set(uri.toString(), text);
    this.changed.fire(uri);
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document, { preview: false, preserveFocus: true });
  }

  dispose(): void {
    for (const registration of this.registrations) registration.dispose();
    this.changed.dispose();
  }
}
