import { type Uri, window, workspace } from "vscode";

/** The program reads the file, not the editor. False where it has changes that nobody wants saved. */
export async function askToSave(uri: Uri): Promise<boolean> {
  const document = workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  if (!document?.isDirty) return true;
  const save = "Save and settle";
  const answer = await window.showWarningMessage("The contract has changes that are not saved.", { modal: true }, save);
  return answer === save && document.save();
}
