import type { NodeOf } from "@concordat/model";
import { groupDigits } from "@concordat/model";
import { type Clause, clause, item } from "../document/document.js";
import { type Phrase, say, text } from "../document/phrase.js";
import { achievementOf } from "./achievement.js";
import type { LineInHand } from "./line.js";
import type { Reader } from "./reader.js";

export const points = (node: NodeOf<"points">, reader: Reader): Phrase =>
  say`the points earned, at ${reader.phrase(node.price)} a point`;

/** `points N on …` and `priced at £x a point`. */
export function pointsLine({ node, it, reader, after }: LineInHand): Clause[] {
  const inner = node.kind === "plus" ? node.terms.map(reader.node).find(({ kind }) => kind === "points") : node;
  if (inner?.kind !== "points") return [];
  const items = inner.lines.map((line) => {
    const { on, how, items } = achievementOf(line.achievement, "them", reader);
    const label = line.label ? say` (“${line.label}”)` : text("");
    return item(
      say`${groupDigits(line.points)} ${line.points === "1" ? "point" : "points"}${label} on ${on}: ${how}.`,
      items,
    );
  });
  const result = it ? "is added to the amount so far" : "is the amount";
  return [
    clause(after(text("points are earned as follows and added together")), items),
    clause(say`Each point earned is worth ${reader.phrase(inner.price)}; their value together ${result}.`),
  ];
}
