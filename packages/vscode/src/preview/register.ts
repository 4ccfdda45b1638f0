import { type ExplainArguments, explainCommand, languageId } from "@concordat/server/protocol";
import { commands, Disposable, type ExtensionContext, Uri, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { PreviewPanel } from "./panel.js";
import { reveal } from "./reveal.js";
import { Values } from "./values.js";

/**
 * *Show preview*: the clause at the cursor in plain English, its curve, and what it pays at other values. *Explain payment*:
 * the same, with the reasons of the payment at the cursor, or of the one that is named, unfolded.
 */
export function registerPreview(client: BaseLanguageClient, { extensionUri }: ExtensionContext): Disposable {
  const values = new Values();
  let panel: PreviewPanel | undefined;
  const opened = (): PreviewPanel =>
    (panel ??= new PreviewPanel(client, extensionUri, values, () => (panel = undefined)));
  return Disposable.from(
    commands.registerCommand("concordat.showPreview", () => opened().show()),
    commands.registerCommand(explainCommand, async (...[uri, at]: ExplainArguments | []) => {
      if (uri !== undefined && at) await reveal(Uri.parse(uri), at);
      else if (window.activeTextEditor?.document.languageId !== languageId) return;
      opened().explain();
    }),
    new Disposable(() => panel?.dispose()),
  );
}
