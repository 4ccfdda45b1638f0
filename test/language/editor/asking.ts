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

/** A text with what an editor shows beside it, in ⟦brackets⟧. */
export async function withHints(text: string): Promise<string> {
  const document = await open(text);
  const range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
  const textDocument = { uri: document.uri.toString() };
  const hints = (await lsp.InlayHintProvider!.getInlayHints(document, { textDocument, range })) ?? [];
  const places = hints.map(({ position, label }) => ({ at: document.textDocument.offsetAt(position), label }));
  return places
    .sort((a, b) => b.at - a.at)
    .reduce((whole, { at, label }) => `${whole.slice(0, at)} ⟦${label}⟧${whole.slice(at)}`, text);
}

/** The signature at the cursor, the part that is being written in **stars**; undefined where none is shown. */
export async function signature(text: string): Promise<string | undefined> {
  const place = await cursorIn(text);
  const help = await lsp.SignatureHelp!.provideSignatureHelp(place.document, at(place));
  const [shown] = help?.signatures ?? [];
  if (!shown) return undefined;
  const [from, to] = shown.parameters![help!.activeParameter!]!.label as [number, number];
  return `${shown.label.slice(0, from)}**${shown.label.slice(from, to)}**${shown.label.slice(to)}`;
}
