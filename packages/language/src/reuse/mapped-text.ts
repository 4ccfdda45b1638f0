import { type AstNode, AstUtils, type LangiumDocument } from "langium";

/** A place in a text that someone wrote. `use` is what brought it where it is read, where that is another file. */
export interface Place {
  readonly document: LangiumDocument;
  readonly offset: number;
  readonly use?: AstNode;
}

/** A stretch of text, and where it was written; nowhere, where only the putting together needed it. */
export interface Piece {
  readonly text: string;
  readonly from?: Place;
}

export interface Edit {
  readonly offset: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
}

/** A text put together out of others, that knows of each letter where it was written. */
export class MappedText {
  readonly text: string;
  private readonly starts: readonly number[];

  constructor(private readonly pieces: readonly Piece[]) {
    this.text = pieces.map(({ text }) => text).join("");
    let at = 0;
    this.starts = pieces.map(({ text }) => {
      const start = at;
      at += text.length;
      return start;
    });
  }

  /** Where the letter at this offset was written; of a letter that nobody wrote, the place next to it. */
  locate(offset: number): Place | undefined {
    let index = this.starts.findLastIndex((start) => start <= offset);
    const inside = this.pieces[index]?.from;
    if (inside) {
      const place = { ...inside, offset: inside.offset + offset - this.starts[index]! };
      return furtherBack(place);
    }
    while (index >= 0 && !this.pieces[index]!.from) index--;
    const before = this.pieces[index];
    return before && furtherBack({ ...before.from!, offset: before.from!.offset + before.text.length });
  }
}

const origins = new WeakMap<LangiumDocument, MappedText>();

/** Remembers of a document that was put together where its text comes from. */
export const setOrigin = (document: LangiumDocument, origin: MappedText): void => void origins.set(document, origin);
export const originOf = (document: LangiumDocument): MappedText | undefined => origins.get(document);

function furtherBack(place: Place): Place | undefined {
  const before = originOf(place.document)?.locate(place.offset);
  const use = place.use ?? before?.use;
  return originOf(place.document) ? before && { ...before, ...(use ? { use } : {}) } : place;
}

/** The text of a node with some of it replaced. */
export function piecesOf(node: AstNode, edits: readonly Edit[], use?: AstNode): Piece[] {
  const { offset, end } = node.$cstNode!;
  return stretch(AstUtils.getDocument(node), offset, end, edits, use);
}

/** A stretch of a document with some of it replaced. Edits do not overlap; those outside the stretch are passed over. */
export function stretch(
  document: LangiumDocument,
  offset: number,
  end: number,
  edits: readonly Edit[],
  use?: AstNode,
): Piece[] {
  const text = document.textDocument.getText();
  const pieces: Piece[] = [];
  const keep = (from: number, to: number): void => {
    if (from < to)
      pieces.push({ text: text.slice(from, to), from: { document, offset: from, ...(use ? { use } : {}) } });
  };
  let at = offset;
  const inside = edits.filter((edit) => edit.offset >= offset && edit.end <= end);
  for (const edit of inside.sort((a, b) => a.offset - b.offset || a.end - b.end)) {
    keep(at, edit.offset);
    pieces.push(...edit.pieces);
    at = edit.end;
  }
  keep(at, end);
  return pieces;
}

export const written = (text: string): Piece => ({ text });
