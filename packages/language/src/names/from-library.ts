import * as ast from "../generated/ast.js";

/** What may name a thing of a library, as `nhs-outcomes.falls`. */
export type MayBeFromLibrary = ast.NameRef | ast.MetricBase | ast.ShapeUse;

export const mayBeFromLibrary = (node: unknown): node is MayBeFromLibrary =>
  ast.isNameRef(node) || ast.isMetricBase(node) || ast.isShapeUse(node);

/** The library's name that stands before it; undefined where none does. */
export const libraryBefore = (node: unknown): MayBeFromLibrary["library"] =>
  mayBeFromLibrary(node) ? node.library : undefined;
