import type { SourceRange } from "@concordat/model";
import type { LangiumDocument } from "langium";
import type { TextPlace } from "./preview/protocol.js";

/** Where a source range stands in this document; undefined where it is in another file. */
export const placedIn =
  ({ textDocument }: LangiumDocument) =>
  ({ file, offset, length }: SourceRange): TextPlace | undefined =>
    file === undefined
      ? { start: textDocument.positionAt(offset), end: textDocument.positionAt(offset + length) }
      : undefined;
