import * as ast from "../generated/ast.js";

/** What a value that there is one of for each of something varies over, in the model: the parties of a group are "party". */
export const axisOf = (each: ast.Named | undefined): string | undefined =>
  each && (ast.isGroup(each) ? "party" : each.name);
