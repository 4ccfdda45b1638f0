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
export function pointsLine({ node, adds, reader, after }: LineInHand): Clause[] {
  if (node.kind !== "points") return [];
  const items = node.lines.map((line) => {
    const { on, how, items } = achievementOf(line.achievement, "them", reader);
    const label = line.label ? say` (“${line.label}”)` : text("");
    return item(
      say`${groupDigits(line.points)} ${line.points === "1" ? "point" : "points"}${label} on ${on}: ${how}.`,
      items,
    );
  });
  const result = adds ? "is added to the amount so far" : "is the amount";
  return [
    clause(after(text("points are earned as follows and added together")), items),
    clause(say`Each point earned is worth ${reader.phrase(node.price)}; their value together ${result}.`),
  ];
}
