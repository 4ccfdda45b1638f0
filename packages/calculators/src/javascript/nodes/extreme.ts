import type { Helper } from "../helper.js";
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
