import { type ContractNode, operandsOf, type Payment } from "@concordat/model";
import { type Clause, clause, item } from "../document/document.js";
import { type Phrase, text, wordsIn } from "../document/phrase.js";
import { sharedWeights } from "../sentences/pool.js";
import { presentSentence } from "../sentences/present.js";
import type { Reader } from "../sentences/reader.js";

/** What happens to a payment when something that it needs is not reported (rule 11), each value once. */
export function missingClauses(payment: Payment, reader: Reader): Clause[] {
  const sentences = new Map<string, Phrase>();
  for (const node of reachable(payment, reader)) {
    const said =
      node.kind === "present"
        ? [presentSentence(node, reader)]
        : node.kind === "pool"
          ? sharedWeights(node, reader)
          : [];
    for (const sentence of said) sentences.set(wordsIn(sentence), sentence);
  }
  if (sentences.size === 0) return [];
  const [only, ...more] = [...sentences.values()];
  if (more.length === 0) return [clause(only!)];
  return [
    clause(
      text("If a value that this payment needs is not reported:"),
      [only!, ...more].map((sentence) => item(sentence)),
    ),
  ];
}

/** Every node that a payment reads, in the order of its text. */
function reachable(payment: Payment, reader: Reader): ContractNode[] {
  const seen = new Map<string, ContractNode>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    const node = reader.node(id);
    seen.set(id, node);
    operandsOf(node).forEach(visit);
  };
  for (const { compares, lines, amount, limits } of payment.branches) {
    const starts = [compares, ...lines.map(({ node }) => node), amount, ...limits.map(({ limit }) => limit)];
    for (const id of starts) if (id !== undefined) visit(id);
  }
  return [...seen.values()];
}
