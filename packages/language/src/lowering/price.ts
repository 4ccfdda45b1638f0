import { counted, describeUnit, sameUnit } from "@concordat/model";
import type * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import { plural } from "./literals.js";
import type { Lowering } from "./lowering.js";
import { grainOf, typeOf } from "./match.js";
import { mustBeMoney } from "./pays.js";
import type { Site, Typed } from "./typed.js";

/** `£150 for each person of average list-size`: a price, times how many there are of what it is for. */
export function lowerPrice(price: Typed, each: ast.PriceFor, site: Site, lowering: Lowering): Typed | undefined {
  const unit = counted(plural(each.unit));
  const count = lowerExpression(each.count, { ...site, unit }, lowering);
  const money = mustBeMoney(price, "A price", each, lowering);
  if (!count || !money) return undefined;
  if (!sameUnit(count.unit, unit)) {
    return lowering.report(
      "wrong-unit",
      { what: `What £… for each ${each.unit} is of`, needs: plural(each.unit), is: describeUnit(count.unit) },
      each,
    );
  }
  return lowering.add(site.owner, { kind: "times", left: money.id, right: count.id, written: "for-each" }, each, {
    ...typeOf(money.unit, money, count),
    grain: grainOf(count, money),
    time: count.time === "timeless" ? "timeless" : "flow",
  });
}
