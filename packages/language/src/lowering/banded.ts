import { currencyOf, describeUnit, isRatio, type NodeOf, productOf, type Quantity, sameUnit } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import type { Lowering } from "./lowering.js";
import { adopt, typeOf } from "./match.js";
import { times } from "./times.js";
import type { Site, Typed } from "./typed.js";

type Slices = NodeOf<"banded">["slices"];

/** `banded 0% of the first 2% of target-cost, 50% of the next 8%, 0% of the rest`: marginal slices, each at its own rate. */
export function lowerBanded(shape: ast.Banded, x: Typed, site: Site, lowering: Lowering): Typed | undefined {
  const slices: Slices = [];
  const read: Typed[] = [x];
  let base: ast.Expression | undefined;
  let rate: Typed | undefined;
  const place = { ...site, unit: x.unit };

  const width = (expression: ast.Expression | undefined): Typed | undefined => {
    if (!expression) return undefined;
    if (ast.isOf(expression) && ast.isPercent(expression.left)) base = expression.right;
    const bare = ast.isPercent(expression) && !isRatio(x.unit);
    if (bare && !base) return lowering.report("band-width-unit", { width: `${expression.value}%` }, expression);
    const value = bare
      ? times(lowerExpression(expression, site, lowering), base!, expression, "of", site, lowering)
      : lowerExpression(expression, place, lowering);
    const adopted = value && adopt(value, x, lowering);
    if (!adopted || sameUnit(adopted.unit, x.unit)) return adopted;
    return lowering.report(
      "wrong-unit",
      { what: "The width of a band", needs: describeUnit(x.unit), is: describeUnit(adopted.unit) },
      expression,
    );
  };

  for (const [index, band] of shape.bands.entries()) {
    const last = shape.bands[index - 1]?.part;
    if (last === "of the rest" || last === "of the part above") return lowering.report("band-after-rest", {}, band);
    const lowered = lowerExpression(band.rate, site, lowering);
    if (!lowered) return undefined;
    if (rate && !sameUnit(rate.unit, lowered.unit)) {
      return lowering.report(
        "wrong-unit",
        { what: "The rate of this band", needs: describeUnit(rate.unit), is: describeUnit(lowered.unit) },
        band,
      );
    }
    rate ??= lowered;
    const slice = sliceOf(band, lowered, width, read);
    if (!slice) return undefined;
    slices.push(slice);
    read.push(lowered);
  }
  const end = shape.bands.at(-1);
  if (!rate || !end) return undefined;
  if (end.part !== "of the rest" && end.part !== "of the part above") {
    return lowering.report("bands-leave-gap", { after: `"${end.$cstNode?.text.replace(/\s+/g, " ")}"` }, end);
  }
  return result(shape, x, rate, slices, read, site, lowering);
}

function sliceOf(
  band: ast.Band,
  rate: Typed,
  width: (expression: ast.Expression | undefined) => Typed | undefined,
  read: Typed[],
): Slices[number] | undefined {
  const bound = (expression: ast.Expression | undefined): string | undefined => {
    const value = width(expression);
    if (value) read.push(value);
    return value?.id;
  };
  const base = { rate: rate.id };
  switch (band.part) {
    case "of the first":
    case "of the next": {
      const wide = bound(band.width);
      return wide ? { part: band.part === "of the first" ? "first" : "next", ...base, width: wide } : undefined;
    }
    case "of the part below": {
      const to = bound(band.from);
      return to ? { part: "below", ...base, to } : undefined;
    }
    case "of the part above": {
      const from = bound(band.from);
      return from ? { part: "above", ...base, from } : undefined;
    }
    case "of the part from": {
      const [from, to] = [bound(band.from), bound(band.to)];
      return from && to ? { part: "between", ...base, from, to } : undefined;
    }
    default:
      return { part: "rest", ...base };
  }
}

/** A percentage of slices of money is money; pounds for each of a count is money too, `£1,100` of people being £1,100 a person. */
function result(
  shape: ast.Banded,
  x: Typed,
  rate: Typed,
  slices: Slices,
  read: Typed[],
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  if (x.unit.kind !== "quantity" || rate.unit.kind !== "quantity") {
    return lowering.report(
      "wrong-unit",
      { what: "What is divided into bands", needs: "a number", is: describeUnit(x.unit) },
      shape,
    );
  }
  const perEach = currencyOf(rate.unit) !== undefined && currencyOf(x.unit) === undefined;
  const unit: Quantity = perEach ? rate.unit : productOf(x.unit, rate.unit).unit;
  return lowering.add(site.owner, { kind: "banded", x: x.id, slices }, shape, typeOf(unit, ...read));
}
