import * as ast from "../generated/ast.js";
import { lowerBanded } from "./banded.js";
import { lowerExpression } from "./expressions.js";
import type { Lowering } from "./lowering.js";
import { lowerScaled } from "./scaled.js";
import { lowerShapeUse } from "./template.js";
import { lowerTiered } from "./tiered.js";
import type { Site, Typed } from "./typed.js";

/** A shape turns one value into another. `subject` is what it stands on where the shape does not say: a weight's metric, or `it`. */
export function lowerShape(
  shape: ast.Shape,
  subject: Typed | undefined,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  if (ast.isShapeUse(shape)) return lowerShapeUse(shape, subject, site, lowering);
  const x = shape.x ? lowerExpression(shape.x, site, lowering) : subject;
  if (shape.x && !x) return undefined;
  if (ast.isTiered(shape)) return lowerTiered(shape, x, site, lowering);
  if (!x) return lowering.report("nothing-to-shape", { shape: ast.isScaled(shape) ? "scaled" : "banded" }, shape);
  return ast.isScaled(shape) ? lowerScaled(shape, x, site, lowering) : lowerBanded(shape, x, site, lowering);
}
