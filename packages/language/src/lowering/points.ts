import { currencyOf, describeUnit, sameUnit } from "@concordat/model";
import type * as ast from "../generated/ast.js";
import { lowerAchievement } from "./achievement.js";
import { lowerDated } from "./dated.js";
import type { Lowering } from "./lowering.js";
import { typeOf } from "./match.js";
import { moneyOf } from "./names.js";
import type { Site, Typed } from "./typed.js";

/** `points 29 on …` with `priced at £207.56 a point`. */
export function lowerPoints(
  lines: readonly ast.PointsLine[],
  priced: ast.PricedLine | undefined,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const first = lines[0]!;
  if (!priced) return lowering.report("line-missing", { thing: site.owner, line: "priced at £… a point" }, first);
  const price = lowerDated(priced.value, null, site, lowering);
  const scored = lines.map((line) => lowerAchievement(line, site, lowering));
  if (!price || scored.includes(undefined)) return undefined;
  const money = moneyOf(lowering);
  const perPoint = { ...money, dims: { ...money.dims, points: -1 } };
  if (!sameUnit(price.unit, perPoint) && currencyOf(price.unit) !== lowering.header.currency) {
    return lowering.report(
      "wrong-unit",
      { what: "The price of a point", needs: "money a point (£207.56 a point)", is: describeUnit(price.unit) },
      priced,
    );
  }
  const lowered = lines.map((line, index) => ({
    points: line.points,
    on: scored[index]!.on,
    achievement: scored[index]!.value.id,
    source: lowering.source(line),
  }));
  const type = typeOf(money, price, ...scored.map((score) => score!.value));
  return lowering.add(site.owner, { kind: "points", lines: lowered, price: price.id }, first, {
    ...type,
    grain: site.grain,
    time: "flow",
  });
}
