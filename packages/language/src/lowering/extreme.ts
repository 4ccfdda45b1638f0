import type * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import type { Lowering } from "./lowering.js";
import { matched, typeOf } from "./match.js";
import type { Site, Typed } from "./typed.js";

/** `the higher of A and B`, `the lower of A, B and C`. */
export function lowerExtreme(extreme: ast.Extreme, site: Site, lowering: Lowering): Typed | undefined {
  const operands = extreme.operands.map((operand) => lowerExpression(operand, site, lowering));
  const [first, ...others] = operands;
  if (!first || operands.includes(undefined)) return undefined;
  const values = [first];
  for (const other of others) {
    const sides = matched(first, other!, "compared with", extreme, lowering);
    if (!sides) return undefined;
    values.push(sides[1]);
  }
  const kind = extreme.which === "the higher of" ? "higher" : "lower";
  const type = typeOf(first.unit, ...values);
  return lowering.add(site.owner, { kind, operands: values.map((value) => value.id) }, extreme, type);
}
