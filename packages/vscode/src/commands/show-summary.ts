import { commands, Disposable, type Uri, ViewColumn, type WebviewPanel, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { languageId, type SummaryQuestion, summaryRequest, type TextAnswer } from "../protocol.js";
import { summaryPage } from "./summary-page.js";

/** *Show summary*: the contract in plain English beside its text, kept up to date at every save. */
export function registerShowSummary(client: LanguageClient): Disposable {
  const panels = new Map<string, WebviewPanel>();

  const refresh = async (uri: Uri) => {
    const question: SummaryQuestion = { textDocument: { uri: uri.toString() } };
    const answer = await client.sendRequest<TextAnswer>(summaryRequest, question);
    const panel = panels.get(uri.toString());
    if (panel) panel.webview.html = summaryPage(answer);
  };

  const show = async (chosen?: Uri) => {
    const uri = chosen ?? activeContract();
    if (!uri) {
      void window.showWarningMessage("Open a contract first: the summary is of the contract in the active editor.");
      return;
    }
    const open = panels.get(uri.toString());
    if (open) {
      open.reveal(undefined, true);
    } else {
      const title = `Summary of ${uri.path.split("/").at(-1)}`;
      const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      const panel = window.createWebviewPanel("concordat.summary", title, place, {
        enableScripts: false,
        localResourceRoots: [],
      });
      panels.set(uri.toString(), panel);
      panel.onDidDispose(() => panels.delete(uri.toString()));
    }
    await refresh(uri);
  };

  return Disposable.from(
    commands.registerCommand("concordat.showSummary", show),
    workspace.onDidSaveTextDocument(({ uri }) => (panels.has(uri.toString()) ? refresh(uri) : undefined)),
    { dispose: () => [...panels.values()].forEach((panel) => void panel.dispose()) },
  );
}

function activeContract(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  return document?.languageId === languageId ? document.uri : undefined;
}
