import { existsSync } from "node:fs";
import { languageId } from "@concordat/server/protocol";
import { type Uri, window, workspace } from "vscode";

/** What *Settle…* asks. Each answers undefined, or false, where the question was left without an answer. */
export const ask = { contract, saved, dataFolder };

/** The contract in the active editor, else one of the workspace's. */
async function contract(): Promise<Uri | undefined> {
  const active = window.activeTextEditor?.document;
  if (active?.languageId === languageId && active.uri.scheme === "file") return active.uri;
  const files = await workspace.findFiles("**/*.concordat", "**/node_modules/**");
  if (files.length === 0) {
    void window.showWarningMessage("There is no contract here: open a folder with a .concordat file.");
    return undefined;
  }
  const items = files.map((uri) => ({ label: workspace.asRelativePath(uri), uri }));
  return (await window.showQuickPick(items, { placeHolder: "Which contract is to be settled?" }))?.uri;
}

/** The program reads the file, not the editor. */
async function saved(uri: Uri): Promise<boolean> {
  const document = workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  if (!document?.isDirty) return true;
  const save = "Save and settle";
  const answer = await window.showWarningMessage("The contract has changes that are not saved.", { modal: true }, save);
  return answer === save && document.save();
}

async function dataFolder(usual: string): Promise<string | undefined> {
  const other = { label: "Choose a folder…", description: "", folder: undefined };
  const beside = { label: workspace.asRelativePath(usual), description: "beside the contract", folder: usual };
  const items = existsSync(usual) ? [beside, other] : [other];
  const picked = await window.showQuickPick(items, { placeHolder: "Where is the outcome data?" });
  if (!picked) return undefined;
  if (picked.folder) return picked.folder;
  const folders = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: "Settle with this data",
  });
  return folders?.[0]?.fsPath;
}
