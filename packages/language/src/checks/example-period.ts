import { compareKinds, operandsOf, type Payment, type Period } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { figureTerms } from "../lowering/figure.js";
import type { Lowering } from "../lowering/lowering.js";

/**
 * A value given for a year says nothing about one of its quarters: a payment each quarter that reads it cannot be worked
 * out in an example over the year.
 */
export function givenFitsPayments(given: ast.Given, input: string, period: Period, lowering: Lowering): boolean {
  const target = given.target.ref;
  const figure = ast.isFigure(target) || ast.isGroupFigure(target) ? target : undefined;
  if (figure && figureTerms(figure).timing === "once") return true;
  const shorter = lowering.readers.get(input)?.find(({ each }) => compareKinds(each, period.kind) < 0);
  if (!shorter) return true;
  const parameters = { name: given.target.$refText, payment: shorter.name, each: shorter.each, period: period.label };
  lowering.report("example-too-long", parameters, given);
  return false;
}

/** Puts a payment among the readers of all figures and metrics that it reads. */
export function tellReaders(payment: Payment, lowering: Lowering): void {
  const { name, each } = payment;
  for (const input of readBy(payment, lowering))
    lowering.readers.set(input, [...(lowering.readers.get(input) ?? []), { name, each }]);
}

/** Of a payment that was not lowered anew, what it reads is what it read. */
const known = new WeakMap<Payment, ReadonlySet<string>>();

function readBy(payment: Payment, { nodes }: Lowering): ReadonlySet<string> {
  const before = known.get(payment);
  if (before) return before;
  const inputs = new Set<string>();
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const node = nodes.get(id);
    if (!node) return;
    if (node.kind === "given") inputs.add(node.input);
    if (node.kind === "metric") inputs.add(node.metric);
    operandsOf(node).forEach(visit);
  };
  for (const { amount, compares, limits } of payment.branches)
    for (const root of [amount, ...(compares ? [compares] : []), ...limits.map(({ limit }) => limit)]) visit(root);
  known.set(payment, inputs);
  return inputs;
}
