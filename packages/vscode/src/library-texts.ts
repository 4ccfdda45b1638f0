import { type LibraryAnswer, libraryScheme, libraryTextRequest, manualScheme } from "@concordat/server/protocol";
import { Disposable, languages, type Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** Shows what comes with the language and is no file: libraries as contracts are shown, and the manual's pages on findings. */
export function registerLibraryTexts(client: BaseLanguageClient): Disposable {
  const provideTextDocumentContent = async (uri: Uri): Promise<string> => {
    const answer = await client.sendRequest<LibraryAnswer>(libraryTextRequest, { uri: uri.toString() });
    return "text" in answer ? answer.text : answer.problem;
  };
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(libraryScheme, { provideTextDocumentContent }),
    workspace.registerTextDocumentContentProvider(manualScheme, { provideTextDocumentContent }),
    workspace.onDidOpenTextDocument((document) => {
      if (document.uri.scheme === libraryScheme) void languages.setTextDocumentLanguage(document, "concordat");
    }),
  );
}
