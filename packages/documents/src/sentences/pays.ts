import { type Clause, clause } from "../document/document.js";
import { say, text } from "../document/phrase.js";
import { changeRule } from "./dated.js";
import type { LineInHand } from "./line.js";
import { lookThrough } from "./look-through.js";

/** `pays …`: an amount line. Amount lines add (rule 6). */
export function paysLine({ node, it, reader, after }: LineInHand): Clause[] {
  const adds = it !== undefined && node.kind === "plus" && node.terms.includes(it);
  const own = adds ? (node.terms.filter((id) => id !== it).at(-1) ?? node.id) : node.id;
  const value = reader.phrase(own);
  const rule = changeRuleOf(own);
  const change = rule ? say` ${rule}` : text("");
  return [clause(say`${after(adds ? say`${value} is added` : say`the amount is ${value}`)}${change}`)];

  function changeRuleOf(id: string) {
    const behind = lookThrough(id, reader);
    return behind.kind === "dated" && behind.name === undefined ? changeRule(behind) : undefined;
  }
}
