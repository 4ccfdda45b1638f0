import { compareKinds } from "@concordat/model";
import type { AstNode } from "langium";
import * as ast from "../generated/ast.js";
import { namedLines, paymentOf } from "../names/lines.js";
import { kindOf, type Lowering } from "./lowering.js";
import { moneyOf } from "./names.js";
import { lowerPaymentValue } from "./payment-value.js";
import type { Site, Typed } from "./typed.js";

type NamedLine = ast.ThenLine | ast.PoolLine;

/** The line of a payment that stands before `of`: `recovery of savings`. Undefined: it is a plain product. */
export function lineBefore(of: ast.Of): NamedLine | undefined {
  const target: AstNode | undefined = ast.isNameRef(of.left) ? of.left.target?.ref : undefined;
  return ast.isThenLine(target) || ast.isPoolLine(target) ? target : undefined;
}

/** `recovery of savings`, `pool of outcomes`: a line of a payment as a value. */
export function lowerLineOf(line: NamedLine, at: AstNode, site: Site, lowering: Lowering): Typed | undefined {
  if (ast.isThenLine(line)) return lowerLineValue(line, at, site, lowering);
  return lowerPaymentValue(line.$container as ast.Payment, "pool", at, site, lowering);
}

/** A named line of a payment as a value: what a step `less` took off, or the amount after any other step. */
function lowerLineValue(line: ast.ThenLine, at: AstNode, site: Site, lowering: Lowering): Typed | undefined {
  const payment = paymentOf(line)!;
  const each = kindOf(payment.each);
  const name = line.name!;
  if (!each) return undefined;
  const same = namedLines(payment).filter((other) => other.name === name && other.$container === line.$container);
  if (same.length > 1) return lowering.report("name-used-twice", { name }, same[1]!, { property: "name" });
  if (site.grain && compareKinds(each, site.grain) > 0) {
    return lowering.report(
      "longer-into-shorter",
      { name: `${name} of ${payment.name}`, longer: each, shorter: site.grain },
      at,
    );
  }
  if (payment.lines.some(ast.isCumulativeLine)) {
    return lowering.report("cumulative-line", { line: name, payment: payment.name }, at);
  }
  lowering.reads(payment.name);
  const axis = payment.forEach?.axis?.$refText;
  if (axis && !site.axes.includes(axis)) return lowering.report("of-which", { name: payment.name, axis }, at);
  const type = { unit: moneyOf(lowering), grain: site.grain ?? each, axes: axis ? [axis] : [], time: "flow" } as const;
  return lowering.add(site.owner, { kind: "line-value", payment: payment.name, line: name, each }, at, type);
}
