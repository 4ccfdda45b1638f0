import type * as ast from "../generated/ast.js";
import { lowerLimit } from "./limits.js";
import type { Lowering } from "./lowering.js";
import type { Site, Typed } from "./typed.js";

/** `then at most …`: a cap. */
export const lowerAtMost = (it: Typed, step: ast.LimitStep, site: Site, lowering: Lowering): Typed | undefined =>
  lowerLimit("at-most", it, step, site, lowering);
