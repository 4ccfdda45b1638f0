import { type ContractNode, operandsOf, type Payment } from "@concordat/model";
import { type Clause, clause, item } from "../document/document.js";
import { listed, type Phrase, text, wordsIn } from "../document/phrase.js";
import { sharedWeights } from "../sentences/pool.js";
import { type Missing, missingOf, missingSentence } from "../sentences/present.js";
import type { Reader } from "../sentences/reader.js";
import { sharedParts } from "../sentences/weighted.js";

/** What happens to a payment when something that it needs is not reported (rule 11): each value once, those alike together. */
export function missingClauses(payment: Payment, reader: Reader): Clause[] {
  const alike = new Map<string, { rule: Phrase; subjects: Map<string, Phrase> }>();
  for (const { subject, rule } of reachable(payment, reader).flatMap((node) => missingIn(node, reader))) {
    const group = alike.get(wordsIn(rule)) ?? { rule, subjects: new Map() };
    group.subjects.set(wordsIn(subject), subject);
    alike.set(wordsIn(rule), group);
  }
  const sentences = [...alike.values()].map(({ rule, subjects }) =>
    missingSentence({ subject: listed([...subjects.values()], "or"), rule }),
  );
  if (sentences.length < 2) return sentences.map((sentence) => clause(sentence));
  const items = sentences.map((sentence) => item(sentence));
  return [clause(text("Where a value that this payment needs is not reported:"), items)];
}

function missingIn(node: ContractNode, reader: Reader): Missing[] {
  if (node.kind === "present") return [missingOf(node, reader)];
  if (node.kind === "weighted") return sharedParts(node, reader);
  return node.kind === "pool" ? sharedWeights(node, reader) : [];
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
