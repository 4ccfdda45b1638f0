import type { Helper } from "../helper.js";
import { NotQuick } from "../quick/arithmetic.js";
import type { QuickWriter } from "../quick/quick-writer.js";
import type { QuickNumber, QuickValue } from "../quick/value.js";
import { COMPARE, MISSING } from "../runtime.js";

/** Shared by `higher` and `lower`: a table's "none" takes no part; the first of equals counts. */
export const EXTREME: Helper = {
  name: "extreme",
  needs: [MISSING, COMPARE],
  text: `\
function extreme(sign, values) {
  const lack = lacking(values);
  if (lack) return lack;
  let best = null;
  for (const value of values) if (value !== null && (best === null || sign * compare(value, best) > 0)) best = value;
  return best;
}`,
};

export function quickExtreme(
  operands: readonly string[],
  q: QuickWriter,
  better: (a: QuickNumber, b: QuickNumber) => QuickNumber,
): QuickValue {
  const values = operands.map((operand) => q.value(operand)).filter((value) => value.is !== "none");
  const numbers = values.map((value) => {
    if (value.is !== "number") throw new NotQuick("the higher or lower of what is no number");
    return value;
  });
  return numbers.length === 0 ? { is: "none" } : numbers.reduce(better);
}
