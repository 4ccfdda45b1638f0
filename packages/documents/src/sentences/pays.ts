import { type Clause, clause } from "../document/document.js";
import { say } from "../document/phrase.js";
import type { LineInHand } from "./line.js";

/** `pays …`: an amount line. Amount lines add (rule 6). */
export function paysLine({ node, it, reader, after }: LineInHand): Clause[] {
  const adds = it !== undefined && node.kind === "plus" && node.terms.includes(it);
  const own = adds ? (node.terms.filter((id) => id !== it).at(-1) ?? node.id) : node.id;
  const value = reader.phrase(own);
  return [clause(after(adds ? say`${value} is added` : say`the amount is ${value}`))];
}
