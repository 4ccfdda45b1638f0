import { languageId } from "@concordat/server/protocol";
import { type Uri, window, workspace } from "vscode";

/** The contract in the active editor, else one of the workspace's; undefined where the question was left without an answer. */
export async function askContract(question: string): Promise<Uri | undefined> {
  const active = window.activeTextEditor?.document;
  if (active?.languageId === languageId) return active.uri;
  const files = await workspace.findFiles("**/*.concordat", "**/node_modules/**");
  if (files.length === 0) {
    void window.showWarningMessage("There is no contract here: open a folder with a .concordat file.");
    return undefined;
  }
  const items = files.map((uri) => ({ label: workspace.asRelativePath(uri), uri }));
  return (await window.showQuickPick(items, { placeHolder: question }))?.uri;
}
