import { type NodeOf, Rational, type Unit } from "@concordat/model";
import { listed, type Phrase, say, text } from "../document/phrase.js";
import { amount } from "./amount.js";
import { type Missing, missingRule } from "./present.js";
import type { Reader } from "./reader.js";

const ratio: Unit = { kind: "quantity", dims: {}, shown: "percent" };

/** "40% of Safety, 30% of Experience and 30% of Outcomes, added together; not reported where fewer than 2 are". */
export function weighted(node: NodeOf<"weighted">, reader: Reader): Phrase {
  const parts = node.parts.map(
    ({ weight, value }) => say`${amount(Rational.parse(weight), ratio)} of ${reader.operand(value)}`,
  );
  const fewest = node.minimum > 1 ? `; not reported where fewer than ${node.minimum} of them are` : "";
  return say`${listed(parts)}, added together${text(fewest)}`;
}

/** Parts whose weight the others take over where they are not reported. */
export const sharedParts = (node: NodeOf<"weighted">, reader: Reader): Missing[] =>
  node.parts
    .filter(({ sharesWeight }) => sharesWeight)
    .map(({ value, source }) => ({
      subject: reader.phrase(value),
      rule: missingRule({ kind: "share-weight", source }, reader),
    }));
