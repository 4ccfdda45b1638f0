import { commands, Disposable, type ExtensionContext } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { PreviewPanel } from "./panel.js";
import { Values } from "./values.js";

/** *Show preview*: the clause at the cursor in plain English, its curve, and what it pays at other values. */
export function registerPreview(client: BaseLanguageClient, { extensionUri }: ExtensionContext): Disposable {
  const values = new Values();
  let panel: PreviewPanel | undefined;
  return Disposable.from(
    commands.registerCommand("concordat.showPreview", () => {
      if (panel) panel.show();
      else panel = new PreviewPanel(client, extensionUri, values, () => (panel = undefined));
    }),
    new Disposable(() => panel?.dispose()),
  );
}
