import { languageId } from "@concordat/server/protocol";
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { registerFeatures } from "../features.js";
import { answerFiles } from "../files/answer-files.js";
import { TextPages } from "../text-pages.js";

/** The extension in a browser: the language server is a worker, and reads files through the editor. */
export async function activate(context: ExtensionContext): Promise<void> {
  const worker = new Worker(Uri.joinPath(context.extensionUri, "dist/web/server.js").toString(true));
  const client = new LanguageClient(languageId, "Concordat", worker, { documentSelector: [{ language: languageId }] });
  const pages = new TextPages();
  context.subscriptions.push(
    { dispose: () => client.stop().finally(() => worker.terminate()) },
    pages,
    answerFiles(client),
    registerFeatures(client, context, pages),
  );
  await client.start();
}
