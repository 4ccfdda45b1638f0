import { currencyOf, Rational } from "@concordat/model";
import type { AstNode } from "langium";
import type * as ast from "../generated/ast.js";
import type { Lowering } from "./lowering.js";
import { typeOf } from "./match.js";
import type { Site, Typed } from "./typed.js";

const TIES = {
  "halves to even": "to-even",
  "towards zero": "towards-zero",
  "halves away from zero": "away-from-zero",
} as const;

/**
 * A written rounding. Decimals are those of the value as it prints: of 12.34% to one decimal is 12.3%. Without a tie rule
 * of its own it follows the contract's.
 */
export function roundTyped(
  value: Typed,
  rounding: ast.Rounding,
  at: AstNode,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const contractTies = lowering.header.rounding.ties;
  const ties = TIES[rounding.ties as keyof typeof TIES] ?? contractTies;
  const isMoney = currencyOf(value.unit) !== undefined;
  if (rounding.to && !isMoney) {
    return lowering.report(
      "wrong-unit",
      { what: "What is rounded to a penny or a pound", needs: "money", is: "something else" },
      at,
    );
  }
  const percent = value.unit.kind === "quantity" && value.unit.shown === "percent";
  const decimals = Number(rounding.decimals ?? "0") + (percent ? 2 : 0);
  const to = rounding.to === "the nearest penny" ? "0.01" : rounding.to === "the nearest pound" ? "1" : step(decimals);
  return lowering.add(site.owner, { kind: "rounded", of: value.id, to, ties }, at, typeOf(value.unit, value));
}

const step = (decimals: number): string => Rational.of(1n, 10n ** BigInt(decimals)).toDecimal()!;
