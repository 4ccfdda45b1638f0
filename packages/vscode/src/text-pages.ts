import type { Page, PageLink } from "@concordat/server/protocol";
import {
  type Disposable,
  DocumentLink,
  type DocumentLinkProvider,
  EventEmitter,
  languages,
  Range,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from "vscode";
import { placeUri } from "./place-uri.js";

interface Shown {
  text: string;
  links: readonly PageLink[];
  /** The contract that the links lead to. */
  contract: Uri;
}

/** Texts that the extension shows and nobody edits: a statement, an example's working. Each has a tab named by its title. */
export class TextPages implements TextDocumentContentProvider, DocumentLinkProvider, Disposable {
  static readonly scheme = "concordat-page";

  private readonly pages = new Map<string, Shown>();
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;

  private readonly registrations = [
    workspace.registerTextDocumentContentProvider(TextPages.scheme, this),
    languages.registerDocumentLinkProvider({ scheme: TextPages.scheme }, this),
    workspace.onDidCloseTextDocument(({ uri }) => this.pages.delete(uri.toString())),
  ];

  provideTextDocumentContent(uri: Uri): string {
    return this.pages.get(uri.toString())?.text ?? "This page was made in an earlier session. Run the command again.";
  }

  provideDocumentLinks({ uri }: TextDocument): DocumentLink[] {
    const page = this.pages.get(uri.toString());
    return (page?.links ?? []).map(({ range: { start, end }, target }) => {
      const link = new DocumentLink(
        new Range(start.line, start.character, end.line, end.character),
        placeUri(page!.contract, target),
      );
      link.tooltip = `Show line ${target.start.line + 1} of the contract`;
      return link;
    });
  }

  /** Opens the page beside the contract, or brings its text up to date where it is open already. */
  async show(title: string, { text, links }: Page, contract: Uri): Promise<void> {
    // The folder makes it a page in the eyes of the editor, with settings of its own: long lines broken, none
    // numbered. The columns of a statement stay whole.
    const uri = Uri.from({ scheme: TextPages.scheme, path: `/${TextPages.scheme}/${title.replaceAll("/", "-")}.txt` });
    this.pages.set(uri.toString(), { text, links, contract });
    this.changed.fire(uri);
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document, { preview: false, preserveFocus: true });
  }

  dispose(): void {
    for (const registration of this.registrations) registration.dispose();
    this.changed.dispose();
  }
}
