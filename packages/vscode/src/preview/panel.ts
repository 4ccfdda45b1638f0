import {
  languageId,
  type PreviewAnswer,
  type PreviewQuestion,
  type ProblemAnswer,
  previewRequest,
  type WhatIfAnswer,
  type WhatIfQuestion,
  whatIfRequest,
} from "@concordat/server/protocol";
import { Disposable, type TextEditor, type Uri, ViewColumn, type WebviewPanel, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { Latest } from "../latest.js";
import type { FromPage, ToPage } from "./messages.js";
import { reveal } from "./reveal.js";
import { shellOf } from "./shell.js";
import type { Values } from "./values.js";

/** Where the preview looks: a contract, and the line of its cursor. */
interface Looking {
  uri: Uri;
  line: number;
}

/** The one preview of the window. It follows the cursor of the contract that was edited last. */
export class PreviewPanel {
  private readonly panel: WebviewPanel;
  private readonly previews: Latest<PreviewQuestion, PreviewAnswer>;
  private readonly whatIfs: Latest<WhatIfQuestion, WhatIfAnswer | ProblemAnswer>;
  private readonly subscriptions: Disposable;
  private looking: Looking | undefined;
  private shown: PreviewAnswer | undefined;
  /** The page listens: what is sent before is lost. */
  private ready = false;
  private explaining = false;

  constructor(
    client: BaseLanguageClient,
    extension: Uri,
    private readonly values: Values,
    closed: () => void,
  ) {
    this.previews = new Latest(client, previewRequest);
    this.whatIfs = new Latest(client, whatIfRequest);
    this.panel = window.createWebviewPanel(
      "concordat.preview",
      "Preview",
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [extension.with({ path: `${extension.path}/dist/preview` })] },
    );
    this.subscriptions = Disposable.from(
      this.panel.webview.onDidReceiveMessage((message: FromPage) => this.heard(message)),
      window.onDidChangeActiveTextEditor((editor) => this.look(editor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.look(textEditor)),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === this.looking?.uri.toString()) void this.refresh();
      }),
    );
    this.panel.onDidDispose(() => {
      this.subscriptions.dispose();
      this.previews.withdraw();
      this.whatIfs.withdraw();
      closed();
    });
    this.panel.webview.html = shellOf(this.panel.webview, extension);
    this.look(window.activeTextEditor);
  }

  show(): void {
    this.panel.reveal(undefined, true);
  }

  /** Unfolds why the payment at the cursor comes to what it does, and leads the keyboard there. */
  explain(): void {
    this.explaining = true;
    this.panel.reveal(undefined, false);
    if (this.ready) void this.refresh();
  }

  dispose(): void {
    this.panel.dispose();
  }

  /** Another line of the same clause asks nothing of the server. */
  private look(editor: TextEditor | undefined): void {
    if (editor?.document.languageId !== languageId) return;
    const { uri } = editor.document;
    const { line } = editor.selection.active;
    const same = this.looking?.uri.toString() === uri.toString();
    this.looking = { uri, line };
    if (same && this.isInItem(line)) this.post({ type: "cursor", line });
    else void this.refresh();
  }

  private isInItem(line: number): boolean {
    if (this.shown?.state !== "reading") return false;
    const { start, end } = this.shown.item.range;
    return start.line <= line && line <= end.line;
  }

  private async refresh(): Promise<void> {
    if (!this.looking) return this.post({ type: "nothing" });
    const { uri, line } = this.looking;
    const answer = await this.previews.ask({ textDocument: { uri: uri.toString() }, line });
    if (!answer) return;
    this.shown = answer;
    this.post({ type: "preview", answer, line });
    await this.workOut();
  }

  private async workOut(): Promise<void> {
    const { looking, shown } = this;
    if (!looking || !shown || shown.state === "problem" || shown.contract === undefined) return;
    const { contract } = shown;
    const uri = looking.uri.toString();
    const answer = await this.whatIfs.ask({
      textDocument: { uri },
      contract,
      ...(shown.state === "reading" && shown.payment !== undefined ? { payment: shown.payment } : {}),
      ...this.values.of(uri, contract),
    });
    if (!answer) return;
    this.post("state" in answer ? { type: "problem", answer } : { type: "whatIf", answer });
    if (!this.explaining || !this.ready || shown.state !== "reading" || shown.payment === undefined) return;
    this.explaining = false;
    this.post({ type: "explain", payment: shown.payment });
  }

  private async heard(message: FromPage): Promise<void> {
    const uri = this.looking?.uri;
    const contract = this.shown && "contract" in this.shown ? this.shown.contract : undefined;
    if (message.type === "ready") {
      this.ready = true;
      return this.refresh();
    }
    if (!uri) return;
    if (message.type === "reveal") return reveal(uri, message.range);
    if (message.type === "open") return this.open(uri, message.anchor);
    if (contract === undefined) return;
    if (message.type === "change") this.values.change(uri.toString(), contract, message.change);
    else this.values.start(uri.toString(), contract, message.type === "start" ? message.example : undefined);
    return this.workOut();
  }

  /** Goes to where the contract says what a link of the summary leads to. */
  private async open(uri: Uri, anchor: string): Promise<void> {
    const line = this.looking?.line ?? 0;
    const answer = await this.previews.ask({ textDocument: { uri: uri.toString() }, line, anchor });
    if (answer?.state === "reading") await reveal(uri, answer.item.range);
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}
