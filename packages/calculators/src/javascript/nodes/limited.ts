import { type ContractNode, currencyOf, type NodeOf, Rational } from "@concordat/model";
import type { Helper } from "../helper.js";
import { NotQuick } from "../quick/arithmetic.js";
import type { QuickWriter } from "../quick/quick-writer.js";
import type { QuickNumber } from "../quick/value.js";
import { COMPARE, MISSING, WHOLE_UNITS } from "../runtime.js";
import type { Writer } from "../writer.js";

/** Shared by `at-most` and `at-least`. A table's "none" is no limit. */
export const LIMITED: Helper = {
  name: "limited",
  needs: [MISSING, COMPARE],
  text: `\
function limited(sign, amount, limit) {
  const lack = lacking([amount, limit]);
  if (lack) return lack;
  return limit !== null && sign * compare(amount, limit) > 0 ? limit : amount;
}`,
};

export const WHOLE_PENCE: Helper = {
  name: "wholePence",
  needs: [MISSING, WHOLE_UNITS],
  text: `\
// A money limit that is not whole pence is rounded towards zero before use.
const wholePence = (limit) => (limit instanceof Fraction ? roundTo(limit, PENNY, "towards-zero") : limit);`,
};

/** The limit as it is used: money in whole pence (rule 7). */
export function limitOf(limit: ContractNode, w: Writer): string {
  const value = w.value(limit.id);
  return currencyOf(limit.unit) === undefined ? value : w.call(WHOLE_PENCE, value);
}

export function quickLimited(
  node: NodeOf<"at-most" | "at-least">,
  q: QuickWriter,
  hold: (amount: QuickNumber, limit: QuickNumber) => QuickNumber,
): QuickNumber {
  const amount = q.number(node.of);
  const limit = q.value(node.limit);
  if (limit.is === "none") return amount;
  if (limit.is !== "number") throw new NotQuick(`the limit of ${node.id} is no number`);
  if (currencyOf(q.w.node(node.limit).unit) === undefined) return hold(amount, limit);
  return hold(amount, q.rounded(limit, Rational.parse(q.contract.rounding.unit), "towards-zero"));
}
