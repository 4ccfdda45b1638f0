import { compareKinds } from "@concordat/model";
import type { AstNode } from "langium";
import type * as ast from "../generated/ast.js";
import { kindOf, type Lowering } from "./lowering.js";
import { moneyOf } from "./names.js";
import type { Site, Typed } from "./typed.js";

/** Another payment as a value (rule 10): earned exactly, the amount paid, its pool, or the part of the party in hand. */
export function lowerPaymentValue(
  payment: ast.Payment,
  reads: "earned" | "amount" | "pool" | "party",
  at: AstNode,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const each = kindOf(payment.each);
  if (!each) return undefined;
  const { name } = payment;
  if (reads === "pool" && !payment.lines.some((line) => line.$type === "PoolLine")) {
    return lowering.report("line-missing", { thing: name, line: "pool" }, at);
  }
  if (site.grain && compareKinds(each, site.grain) > 0) {
    return lowering.report("longer-into-shorter", { name, longer: each, shorter: site.grain }, at);
  }
  lowering.reads(name);
  const axis = payment.forEach?.axis?.$refText;
  if (axis && !site.axes.includes(axis)) return lowering.report("of-which", { name, axis }, at);
  const type = {
    unit: moneyOf(lowering),
    grain: site.grain ?? each,
    axes: [...(axis ? [axis] : []), ...(reads === "party" ? ["party"] : [])],
    time: "flow",
  } as const;
  const typed = lowering.add(site.owner, { kind: "payment-value", payment: name, reads, each }, at, type);
  return lowering.call(typed, reads === "pool" ? `pool of ${name}` : name, payment.title);
}
