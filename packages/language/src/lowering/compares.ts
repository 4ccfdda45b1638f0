import type * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import type { Lowering } from "./lowering.js";
import { matched, typeOf } from "./match.js";
import { mustBeMoney } from "./pays.js";
import type { Site, Typed } from "./typed.js";

/** `compares actual-cost with target-cost`: the difference on one side, as a size. */
export function lowerCompares(
  line: ast.ComparesLine,
  side: "below" | "above",
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const actual = lowerExpression(line.actual, site, lowering);
  const expected = lowerExpression(line.expected, site, lowering);
  const sides = actual && expected && matched(actual, expected, "compared with", line, lowering);
  if (!sides || !mustBeMoney(sides[0], "What is compared in a payment", line, lowering)) return undefined;
  const [a, b] = sides;
  const type = typeOf(a.unit, a, b);
  return lowering.add(site.owner, { kind: "compares", actual: a.id, expected: b.id, side }, line, {
    ...type,
    grain: site.grain,
    time: "flow",
  });
}
