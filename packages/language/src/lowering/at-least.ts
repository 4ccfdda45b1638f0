import type * as ast from "../generated/ast.js";
import { lowerLimit } from "./limits.js";
import type { Lowering } from "./lowering.js";
import type { Site, Typed } from "./typed.js";

/** `then at least …`: a floor. */
export const lowerAtLeast = (it: Typed, step: ast.LimitStep, site: Site, lowering: Lowering): Typed | undefined =>
  lowerLimit("at-least", it, step, site, lowering);
