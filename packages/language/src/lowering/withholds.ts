import type * as ast from "../generated/ast.js";
import { lowerDated } from "./dated.js";
import type { Lowering } from "./lowering.js";
import { typeOf } from "./match.js";
import { mustBeMoney } from "./pays.js";
import { lowerEarned } from "./pool.js";
import { spanFlow } from "./span.js";
import { takeOff } from "./take-off.js";
import type { Site, Typed } from "./typed.js";

/** `withholds 2% of it` with `weight` lines: what they do not earn back is taken off the amount, which is `it`. */
export function lowerWithholds(
  line: ast.WithholdsLine,
  weights: readonly ast.WeightLine[],
  it: Typed,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const dated = lowerDated(line.value, site.grain, { ...site, it }, lowering);
  const read = dated && spanFlow(dated, "What is withheld", line, site, lowering);
  const withheld = read && mustBeMoney(read, "What is withheld", line, lowering);
  const back = lowerEarned(withheld, line, weights, site, lowering);
  if (!withheld || !back) return undefined;
  const taken = lowering.add(
    site.owner,
    { kind: "withholds", withheld: withheld.id, back: back.id },
    line,
    typeOf(withheld.unit, withheld, back),
  );
  return takeOff(it, taken, line, site, lowering);
}
