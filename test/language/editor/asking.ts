import type { LangiumDocument } from "langium";
import type { CompletionItem, Hover, Position } from "vscode-languageserver";
import { open, services } from "../syntax/reading.js";

const { lsp } = services.Concordat;

/** A contract with a cursor in it, written as ‸. */
export async function cursorIn(text: string): Promise<{ document: LangiumDocument; position: Position }> {
  const document = await open(text.replace("‸", ""));
  return { document, position: document.textDocument.positionAt(text.indexOf("‸")) };
}

const at = ({ document, position }: { document: LangiumDocument; position: Position }) => ({
  textDocument: { uri: document.uri.toString() },
  position,
});

export async function completions(text: string): Promise<CompletionItem[]> {
  const place = await cursorIn(text);
  return (await lsp.CompletionProvider!.getCompletion(place.document, at(place)))?.items ?? [];
}
export const offered = async (text: string): Promise<string[]> =>
  (await completions(text)).map(({ label }) => label).sort();

export async function hover(text: string): Promise<string | undefined> {
  const place = await cursorIn(text);
  const answer: Hover | undefined = await lsp.HoverProvider!.getHoverContent(place.document, at(place));
  return (answer?.contents as { value: string } | undefined)?.value;
}

/** The text after what is at the cursor has been given another name. */
export async function renamed(text: string, newName: string): Promise<string> {
  const place = await cursorIn(text);
  const edit = await lsp.RenameProvider!.rename(place.document, { ...at(place), newName });
  const { textDocument } = place.document;
  const edits = Object.values(edit?.changes ?? {})
    .flat()
    .sort((a, b) => textDocument.offsetAt(b.range.start) - textDocument.offsetAt(a.range.start));
  return edits.reduce(
    (whole, { range, newText }) =>
      whole.slice(0, textDocument.offsetAt(range.start)) + newText + whole.slice(textDocument.offsetAt(range.end)),
    textDocument.getText(),
  );
}
