import { isRatio } from "@concordat/model";
import { type Item, item } from "../document/document.js";
import { type Phrase, say, text } from "../document/phrase.js";
import { part } from "./amount.js";
import { fixedNumber, lookThrough } from "./look-through.js";
import type { Reader } from "./reader.js";
import { scaledPoints } from "./scaled.js";
import { tierItems } from "./tiered.js";

/** How much of a weight or of points is earned: what it depends on, and the shape in words. */
export interface Achievement {
  readonly on: Phrase;
  readonly how: Phrase;
  readonly items: readonly Item[];
}

/** `whole` is what is earned in part: "it", "them". */
export function achievementOf(id: string, whole: string, reader: Reader): Achievement {
  const node = lookThrough(id, reader);
  const value = (of: string): Phrase => {
    const fixed = fixedNumber(of, reader);
    if (fixed === undefined || !isRatio(reader.node(of).unit)) return reader.phrase(of);
    const words = part(fixed, reader.node(of).unit);
    return text(words === "nothing" ? words : `${words} of ${whole}`);
  };
  if (node.kind === "scaled") {
    return { on: reader.phrase(node.x), how: scaledPoints(node, reader, value), items: [] };
  }
  if (node.kind === "tiered") {
    const rows = tierItems(node, reader, value).map((row) => item(row));
    return {
      on: node.x ? reader.phrase(node.x) : text("these tests"),
      how: text("the whole of the one of these that applies"),
      items: rows,
    };
  }
  const on = reader.phrase(id);
  return { on, how: say`as large a part of ${whole} as ${on} says (100% earns all of ${whole})`, items: [] };
}
