import { currencyOf, describeUnit } from "@concordat/model";
import type { AstNode } from "langium";
import * as ast from "../generated/ast.js";
import { lowerDated } from "./dated.js";
import { lowerOnce } from "./event.js";
import type { Lowering } from "./lowering.js";
import { lowerShape } from "./shapes.js";
import { spanFlow } from "./span.js";
import type { Site, Typed } from "./typed.js";

/** `pays £12,000,000, uplifted by 3.1% on 1 April each year from 2027`: an amount for each of the payment's periods. */
export function lowerPays(line: ast.PaysLine, site: Site, lowering: Lowering): Typed | undefined {
  const { value } = line;
  const amount = ast.isShapeValue(value)
    ? lowerShape(value.shape, undefined, site, lowering)
    : lowerDated(value, line.event ? null : site.grain, site, lowering);
  const read = amount && spanFlow(amount, "The amount", line, site, lowering);
  const money = read && mustBeMoney(read, "What is paid", line, lowering);
  return money && line.event ? lowerOnce(money, line, site, lowering) : money;
}

/** An amount of a payment is money in the contract's currency. */
export function mustBeMoney(value: Typed, what: string, at: AstNode, lowering: Lowering): Typed | undefined {
  if (currencyOf(value.unit) === lowering.header.currency) return value;
  return lowering.report(
    "wrong-unit",
    { what, needs: `money (${lowering.header.currency})`, is: describeUnit(value.unit) },
    at,
  );
}
