import { languageId } from "@concordat/server/protocol";
import {
  commands,
  Disposable,
  type ExtensionContext,
  SnippetString,
  type TextEditor,
  Uri,
  window,
  workspace,
} from "vscode";
import { newContract } from "./new-contract.js";

/**
 * *New contract* and *Open an example*: texts that have no file yet, so that nothing is written until someone saves; and
 * the walkthrough.
 */
export function registerStart({ extensionUri, extension }: ExtensionContext): Disposable {
  return Disposable.from(
    commands.registerCommand("concordat.newContract", async () => {
      const editor = await openText("");
      await editor.insertSnippet(new SnippetString(newContract));
    }),
    commands.registerCommand("concordat.openExample", async () => {
      const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, "media/example.concordat"));
      return openText(new TextDecoder().decode(bytes));
    }),
    commands.registerCommand("concordat.walkthrough", () =>
      commands.executeCommand("workbench.action.openWalkthrough", `${extension.id}#concordat.begin`, false),
    ),
  );
}

const openText = async (content: string): Promise<TextEditor> =>
  window.showTextDocument(await workspace.openTextDocument({ language: languageId, content }));
