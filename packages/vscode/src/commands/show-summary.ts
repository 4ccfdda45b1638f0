import { languageId, type SummaryAnswer, type SummaryQuestion, summaryRequest } from "@concordat/server/protocol";
import {
  commands,
  Disposable,
  type TextEditor,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { newNonce } from "../nonce.js";
import { summaryPage } from "./summary-page.js";

/** A panel and the contract that it shows, once that is known. */
interface Shown {
  panel: WebviewPanel;
  contract?: string | undefined;
}

/** *Show summary*: the contract in plain English beside its text, kept up to date at every save. */
export function registerShowSummary(client: BaseLanguageClient): Disposable {
  const open = new Map<string, Shown>();

  const refresh = async (uri: Uri, shown: Shown, line?: number) => {
    const nonce = newNonce();
    const textDocument = { uri: uri.toString() };
    const question: SummaryQuestion = { textDocument, contract: shown.contract, line, nonce };
    const answer = await client.sendRequest<SummaryAnswer>(summaryRequest, question);
    if ("contract" in answer) shown.contract = answer.contract;
    if (open.get(uri.toString()) === shown) shown.panel.webview.html = summaryPage(answer, nonce);
  };

  const show = async () => {
    const editor = activeContract();
    if (!editor) {
      void window.showWarningMessage("Open a contract first: the summary is of the contract in the active editor.");
      return;
    }
    const { uri } = editor.document;
    const key = uri.toString();
    const shown: Shown = open.get(key) ?? { panel: newPanel(uri, () => open.delete(key)) };
    shown.contract = undefined; // the cursor says which
    open.set(key, shown);
    shown.panel.reveal(undefined, true);
    await refresh(uri, shown, editor.selection.active.line);
  };

  return Disposable.from(
    commands.registerCommand("concordat.showSummary", show),
    workspace.onDidSaveTextDocument(({ uri }) => {
      const shown = open.get(uri.toString());
      return shown && refresh(uri, shown);
    }),
    new Disposable(() => Disposable.from(...[...open.values()].map(({ panel }) => panel)).dispose()),
  );
}

function newPanel(uri: Uri, closed: () => void): WebviewPanel {
  const title = `Summary of ${uri.path.split("/").at(-1)}`;
  const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
  const limits = { enableScripts: false, localResourceRoots: [] };
  const panel = window.createWebviewPanel("concordat.summary", title, place, limits);
  panel.onDidDispose(closed);
  return panel;
}

function activeContract(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor?.document.languageId === languageId ? editor : undefined;
}
