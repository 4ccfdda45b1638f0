import { counted, describeUnit, sameUnit } from "@concordat/model";
import type * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import { plural } from "./literals.js";
import type { Lowering } from "./lowering.js";
import { grainOf, isPercentage, typeOf } from "./match.js";
import { mustBeMoney } from "./pays.js";
import { pointsBeyond } from "./percentage-points.js";
import type { Site, Typed } from "./typed.js";

/** `£150 for each person of average list-size`: a price, times how many there are of what it is for. */
export function lowerPrice(price: Typed, each: ast.PriceFor, site: Site, lowering: Lowering): Typed | undefined {
  const unit = counted(plural(each.unit));
  const given = lowerExpression(each.count, { ...site, unit: each.side ? undefined : unit }, lowering);
  if (!given) return undefined;
  const inPoints = each.unit === "point" && (each.side !== undefined || isPercentage(given.unit));
  if (each.side && !inPoints) return lowering.report("points-beyond", { unit: each.unit, side: each.side }, each);
  const count = inPoints ? pointsBeyond(given, each, each, site, lowering) : given;
  const money = mustBeMoney(price, "A price", each, lowering);
  if (!count || !money) return undefined;
  if (!inPoints && !sameUnit(count.unit, unit)) {
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
