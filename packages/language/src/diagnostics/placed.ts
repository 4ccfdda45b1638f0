import { type AstNode, AstUtils, type LangiumDocument } from "langium";
import { acceptingFix } from "../mends/accepts.js";
import { mendsOf } from "../mends/mends.js";
import { originOf } from "../reuse/mapped-text.js";
import { type Fix, type Found, rangeOf, type Stretch, type TextRange } from "./finding.js";

export interface Related {
  readonly message: string;
  readonly document: LangiumDocument;
  readonly range: TextRange;
}

/** A finding with its place in a text that someone wrote. */
export interface Placed extends Pick<Found, "id" | "message"> {
  readonly range: TextRange;
  readonly related: readonly Related[];
  /** What mends it, the best way first: only where the text to change is this file's own. */
  readonly fixes: readonly Fix[];
  /** Says that the parties know it and leave it so: only of advice, and never the first to choose. */
  readonly accepts: readonly Fix[];
}

interface Written {
  readonly document: LangiumDocument;
  readonly range: TextRange;
  /** What brought it, where it was written in another file. */
  readonly use?: AstNode;
}

/** Where a node was written: in its own file, or in that from which its text was put together. */
export function writtenAt(node: AstNode, property?: string, within?: Stretch): Written {
  const document = AstUtils.getDocument(node);
  const range = within ? rangeBetween(document, within.offset, within.offset + within.length) : rangeOf(node, property);
  const origin = originOf(document);
  if (!origin) return { document, range };
  const start = origin.locate(range.offset);
  const last = origin.locate(range.offset + Math.max(range.length - 1, 0));
  if (!start) return { document, range };
  const end = last?.document === start.document && last.offset >= start.offset ? last.offset + 1 : start.offset + 1;
  return {
    document: start.document,
    range: rangeBetween(start.document, start.offset, end),
    ...(start.use ? { use: start.use } : {}),
  };
}

/**
 * Puts a finding where the reader of `home` can mend it: where it was written, if that is here; else at what brings it
 * here, with the place in the other file beside it; at least at the name of the thing that was looked at.
 */
export function placedIn(home: LangiumDocument, thing: AstNode, found: Found): Placed {
  const { id, message, node, property, within, related = [] } = found;
  const at = writtenAt(node, property, within);
  const others = related.map(({ message: says, node: other }): Related => {
    const { document, range } = writtenAt(other);
    return { message: says, document, range };
  });
  if (at.document === home) {
    const own = (fixes: readonly Fix[]): Fix[] => fixes.flatMap((fix) => fixIn(home, AstUtils.getDocument(node), fix));
    const fixes = own(found.fix ? [found.fix] : mendsOf(found));
    return { id, message, range: at.range, related: others, fixes, accepts: own(acceptingFix(found)) };
  }
  const use = at.use && writtenAt(at.use);
  const range = use?.document === home ? use.range : rangeOf(thing, "name");
  return {
    id,
    message,
    range,
    fixes: [],
    accepts: [],
    related: [...others, { message: "It is written here.", ...at }],
  };
}

/** A fix of a text that was put together, as one of the file that its reader has open; none, where it would change another. */
function fixIn(home: LangiumDocument, document: LangiumDocument, fix: Fix): Fix[] {
  if (document === home) return [fix];
  const origin = originOf(document);
  const [here, there] = [home, document].map(({ textDocument }) => textDocument.getText()) as [string, string];
  const edits = fix.edits.map(({ offset, length, text }) => {
    const start = origin?.locate(offset);
    const same =
      start?.document === home &&
      here.slice(start.offset, start.offset + Math.max(length, 1)) ===
        there.slice(offset, offset + Math.max(length, 1));
    return same ? { offset: start.offset, length, text } : undefined;
  });
  return edits.every((edit) => edit !== undefined) ? [{ ...fix, edits }] : [];
}

export function rangeBetween({ textDocument }: LangiumDocument, offset: number, end: number): TextRange {
  const [from, to] = [textDocument.positionAt(offset), textDocument.positionAt(end)];
  return {
    offset,
    length: end - offset,
    line: from.line + 1,
    column: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}
