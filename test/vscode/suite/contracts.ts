import * as vscode from "vscode";

/** Opens a contract of the fixture folder in an editor. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error("the window has no folder open");
  // A window in a browser saves by itself, and what a test changes must not stay.
  const files = vscode.workspace.getConfiguration("files");
  if (files.get("autoSave") !== "off") await files.update("autoSave", "off", vscode.ConfigurationTarget.Global);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The place of a word in a document, by the text around it: the word stands between the bars, as in `compares |actual-cost|`. */
export function placeOf(document: vscode.TextDocument, marked: string): vscode.Range {
  const [before = "", word = "", after = ""] = marked.split("|");
  const found = document.getText().indexOf(before + word + after);
  if (found < 0) throw new Error(`${document.fileName} has no "${before}${word}${after}"`);
  const start = found + before.length;
  return new vscode.Range(document.positionAt(start), document.positionAt(start + word.length));
}

/** Writes over the marked word, as an author would, without saving. */
export async function rewrite(document: vscode.TextDocument, marked: string, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, placeOf(document, marked), text);
  await vscode.workspace.applyEdit(edit);
}

/** Leaves the file as it is on disk, for the next test. */
export async function discard(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
}

/** The value as soon as it is there; asks again whenever the event fires. The test's own time limit ends the wait. */
export function when<T>(event: vscode.Event<unknown>, value: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    const look = () => {
      const found = value();
      if (found === undefined) return;
      subscription.dispose();
      resolve(found);
    };
    const subscription = event(look);
    look();
  });
}
