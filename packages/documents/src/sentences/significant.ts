import { criticalSquared, type NodeOf, Rational } from "@concordat/model";
import { type Phrase, say, text } from "../document/phrase.js";
import { amount } from "./amount.js";
import { inputTerm } from "./names.js";
import type { Reader } from "./reader.js";

/** The test in words that a statistician can check: which groups, which formula, which critical value. */
export function significant(node: NodeOf<"significant">, reader: Reader): Phrase {
  const group = ({ top, bottom }: Group): Phrase =>
    shareOf({ top, bottom }, reader) ?? say`${reader.phrase(top)} of ${reader.phrase(bottom)}`;
  const level = amount(Rational.parse(node.level), { kind: "quantity", dims: {}, shown: "percent" });
  const side = node.sides === 1 ? `, and the first share lies ${node.side} the second` : "";
  const squared = criticalSquared(node).toDecimal() ?? "";
  return say`the difference between two shares, (1) ${group(node.compared)} and (2) ${group(node.with)}, is significant at ${level} on a ${text(node.sides === 2 ? "two-sided" : "one-sided")} z-test of two proportions: with p the share of both groups together, the square of the difference divided by p × (1 − p) × (1 ÷ the rows of the one group + 1 ÷ the rows of the other) is at least ${text(squared)}, the square of ${text(node.critical)}${text(side)}`;
}

interface Group {
  readonly top: string;
  readonly bottom: string;
}

/** The metric whose share these two counts are, by its name: its own section says what it counts. */
function shareOf({ top, bottom }: Group, { contract, node }: Reader): Phrase | undefined {
  const counts = [top, bottom].map((id) => {
    const count = node(id);
    return count.kind === "given" ? count.input : undefined;
  });
  const metric = contract.metrics.find(
    ({ kind, tallies }) => kind === "share" && counts.every((name) => name !== undefined && tallies.includes(name)),
  );
  return metric && inputTerm("metric", metric.name, contract);
}
