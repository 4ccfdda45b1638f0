import { isRatio, money, type NodeOf } from "@concordat/model";
import { type Clause, clause, item } from "../document/document.js";
import { joined, type Phrase, say, text } from "../document/phrase.js";
import { amount, partOf } from "./amount.js";
import { type Edges, sliceEdges } from "./extent.js";
import type { LineInHand } from "./line.js";
import { fixedNumber } from "./look-through.js";
import type { Reader } from "./reader.js";

export const banded = (node: NodeOf<"banded">, reader: Reader): Phrase =>
  say`the total of these parts of ${reader.phrase(node.x)}, each part at its own rate: ${joined(bandItems(node, reader), "; ")}`;

/** `then banded …`: marginal, so a rate never reaches beyond its own part. */
export function bandedLine({ node, reader, after }: LineInHand): Clause[] {
  if (node.kind !== "banded") return [];
  const parts = say`the amount becomes the total of the following parts of ${reader.phrase(node.x)}, each part at its own rate`;
  return [
    clause(
      after(say`${parts}; a rate applies only to its own part, never to the whole`),
      bandItems(node, reader).map((words) => item(words)),
    ),
  ];
}

/** "half (50%) of the part from 2% to 10% of Target cost", one for each slice. */
export function bandItems(node: NodeOf<"banded">, reader: Reader): Phrase[] {
  const edges = sliceEdges(node.slices, reader);
  return node.slices.map((slice, index) => {
    const rate = fixedNumber(slice.rate, reader);
    const { unit } = reader.node(slice.rate);
    const where = partWords(edges[index]!);
    if (!isRatio(unit)) {
      const price =
        rate === undefined ? reader.phrase(slice.rate) : text(amount(rate, money(reader.contract.currency)));
      return say`${price} for each one in ${where}`;
    }
    return rate === undefined ? say`${reader.phrase(slice.rate)} of ${where}` : say`${partOf(rate, unit)} ${where}`;
  });
}

function partWords({ from, to, next }: Edges): Phrase {
  if (next) return say`the next ${next}`;
  if (from && to) return say`the part from ${from} to ${to}`;
  if (from) return say`the part above ${from}`;
  return to ? say`the part up to ${to}` : text("the whole");
}
