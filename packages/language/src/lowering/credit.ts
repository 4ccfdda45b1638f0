import type * as ast from "../generated/ast.js";
import { lowerDated } from "./dated.js";
import { lowerCondition } from "./logic.js";
import type { Lowering } from "./lowering.js";
import { typeOf } from "./match.js";
import { mustBeMoney } from "./pays.js";
import { takeOff } from "./take-off.js";
import type { Site, Typed } from "./typed.js";

/** `credit £5,000 when readmission above 15%`: taken off the amount of the amount lines, which is `it`. */
export function lowerCredit(line: ast.CreditLine, it: Typed, site: Site, lowering: Lowering): Typed | undefined {
  const place = { ...site, it };
  const value = lowerDated(line.value, null, place, lowering);
  const amount = value && mustBeMoney(value, "A credit", line, lowering);
  const when = lowerCondition(line.condition, place, lowering);
  if (!amount || !when) return undefined;
  const type = { ...typeOf(amount.unit, amount, when), grain: site.grain, time: "flow" } as const;
  const taken = lowering.add(site.owner, { kind: "credit", when: when.id, amount: amount.id }, line, type);
  return takeOff(it, taken, line, site, lowering);
}
