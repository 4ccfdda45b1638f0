import { Rational, show } from "@concordat/model";
import type * as ast from "../generated/ast.js";
import { type FileRow, readRows } from "./curve-file.js";
import { lowerExpression } from "./expressions.js";
import type { Lowering } from "./lowering.js";
import { matched, typeOf } from "./match.js";
import type { Site, Typed } from "./typed.js";

/** `scaled 0% at baseline, 100% at target`: straight lines between points, flat outside. */
export function lowerScaled(shape: ast.Scaled, x: Typed, site: Site, lowering: Lowering): Typed | undefined {
  if (shape.path === undefined && shape.points.length < 2) {
    return lowering.report("part-missing", { thing: "A scale", part: "a second point, such as 100% at target" }, shape);
  }
  const rows =
    shape.path === undefined ? writtenRows(shape, x, site, lowering) : readRows(shape, "at", x, site, lowering);
  if (!rows) return undefined;
  const points: { value: Typed; at: Typed }[] = [];
  for (const [index, { value, at }] of rows.entries()) {
    const point = shape.points[index] ?? shape;
    const places = matched(at, x, "a place on a scale of", point, lowering);
    const values = points[0] ? matched(value, points[0].value, "on one scale with", point, lowering) : [value];
    if (!places || !values) return undefined;
    points.push({ value: values[0]!, at: places[0] });
  }
  const ends = lowerEnds(shape, x, site, lowering);
  if (!ends) return undefined;
  const twice = sharedPlace(shape, points, lowering);
  if (twice) return undefined;
  const all = points.flatMap(({ value, at }) => [value, at]);
  const type = typeOf(points[0]!.value.unit, x, ...all, ...ends.map(({ at }) => at));
  return lowering.add(
    site.owner,
    {
      kind: "scaled",
      x: x.id,
      points: points.map(({ value, at }) => ({ value: value.id, at: at.id })),
      ...(ends.length > 0 ? { ends: ends.map(({ side, at }) => ({ side, at: at.id })) } : {}),
    },
    shape,
    { ...type, time: x.time },
  );
}

function writtenRows(shape: ast.Scaled, x: Typed, site: Site, lowering: Lowering): FileRow[] | undefined {
  const rows: FileRow[] = [];
  for (const point of shape.points) {
    const value = lowerExpression(point.value, { ...site, unit: undefined }, lowering);
    const at = lowerExpression(point.at, { ...site, unit: x.unit }, lowering);
    if (!value || !at) return undefined;
    rows.push({ value, at });
  }
  return rows;
}

/** `not reported when below 5,000`: where the scale ends. */
function lowerEnds(
  shape: ast.Scaled,
  x: Typed,
  site: Site,
  lowering: Lowering,
): { side: "below" | "above"; at: Typed }[] | undefined {
  const ends: { side: "below" | "above"; at: Typed }[] = [];
  for (const end of shape.ends) {
    const at = lowerExpression(end.at, { ...site, unit: x.unit }, lowering);
    const places = at && matched(at, x, "an end of a scale of", end, lowering);
    if (!places) return undefined;
    ends.push({ side: end.side.endsWith("below") ? "below" : "above", at: places[0] });
  }
  return ends;
}

/** Two points at one place, where places are written values. */
function sharedPlace(shape: ast.Scaled, points: readonly { at: Typed }[], lowering: Lowering): boolean {
  const places = points.map(({ at }) => lowering.nodes.get(at.id)!);
  for (const [index, place] of places.entries()) {
    if (place.kind !== "constant") continue;
    const other = places.findIndex((candidate) => candidate.kind === "constant" && candidate.value === place.value);
    if (other >= 0 && other < index) {
      lowering.report(
        "points-share-place",
        { at: show(Rational.parse(place.value), place.unit) },
        shape.points[index] ?? shape,
      );
      return true;
    }
  }
  return false;
}
