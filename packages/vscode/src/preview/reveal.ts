import type { TextPlace } from "@concordat/server/protocol";
import { Range, Selection, TextEditorRevealType, type Uri, ViewColumn, window, workspace } from "vscode";

/** Puts the cursor at a place of a contract, in the editor that has it open, or else in the first column. */
export async function reveal(uri: Uri, { start }: TextPlace): Promise<void> {
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document, { viewColumn: open?.viewColumn ?? ViewColumn.One });
  const at = new Selection(start.line, start.character, start.line, start.character);
  editor.selection = at;
  editor.revealRange(new Range(at.start, at.end), TextEditorRevealType.InCenterIfOutsideViewport);
}
