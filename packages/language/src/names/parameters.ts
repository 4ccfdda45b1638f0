import { AstUtils } from "langium";
import * as ast from "../generated/ast.js";

/** The parameters of the shape that a line uses. */
export function parametersOf({ target }: ast.ShapeUse): readonly ast.Parameter[] {
  const template = target?.ref;
  return ast.isShapeTemplate(template) ? template.parameters : [];
}

/** The parameters that a name may mean where it stands: those of the shape around it. */
export const parametersAround = (reference: ast.NameRef): readonly ast.Parameter[] =>
  AstUtils.getContainerOfType(reference, ast.isShapeTemplate)?.parameters ?? [];
