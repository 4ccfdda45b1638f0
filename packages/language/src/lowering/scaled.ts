import { Rational, show } from "@concordat/model";
import type * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import type { Lowering } from "./lowering.js";
import { matched, typeOf } from "./match.js";
import type { Site, Typed } from "./typed.js";

/** `scaled 0% at baseline, 100% at target`: straight lines between points, flat outside. */
export function lowerScaled(shape: ast.Scaled, x: Typed, site: Site, lowering: Lowering): Typed | undefined {
  if (shape.points.length < 2) {
    return lowering.report("part-missing", { thing: "A scale", part: "a second point, such as 100% at target" }, shape);
  }
  const points: { value: Typed; at: Typed }[] = [];
  for (const point of shape.points) {
    const value = lowerExpression(point.value, { ...site, unit: undefined }, lowering);
    const at = lowerExpression(point.at, { ...site, unit: x.unit }, lowering);
    if (!value || !at) return undefined;
    const places = matched(at, x, "a place on a scale of", point, lowering);
    const values = points[0] ? matched(value, points[0].value, "on one scale with", point, lowering) : [value];
    if (!places || !values) return undefined;
    points.push({ value: values[0]!, at: places[0] });
  }
  const twice = sharedPlace(shape, points, lowering);
  if (twice) return undefined;
  const all = points.flatMap(({ value, at }) => [value, at]);
  const type = typeOf(points[0]!.value.unit, x, ...all);
  return lowering.add(
    site.owner,
    { kind: "scaled", x: x.id, points: points.map(({ value, at }) => ({ value: value.id, at: at.id })) },
    shape,
    { ...type, time: x.time },
  );
}

/** Two points at one place, where places are written values. */
function sharedPlace(shape: ast.Scaled, points: readonly { at: Typed }[], lowering: Lowering): boolean {
  const places = points.map(({ at }) => lowering.nodes[at.id]!);
  for (const [index, place] of places.entries()) {
    if (place.kind !== "constant") continue;
    const other = places.findIndex((candidate) => candidate.kind === "constant" && candidate.value === place.value);
    if (other >= 0 && other < index) {
      lowering.report(
        "points-share-place",
        { at: show(Rational.parse(place.value), place.unit) },
        shape.points[index]!,
      );
      return true;
    }
  }
  return false;
}
