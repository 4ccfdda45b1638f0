import { compareKinds, operandsOf, type Payment, type Period } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { figureTerms } from "../lowering/figure.js";
import type { Lowering } from "../lowering/lowering.js";

/**
 * A value given for a year says nothing about one of its quarters: a payment each quarter that reads it cannot be worked
 * out in an example over the year.
 */
export function givenFitsPayments(
  given: ast.Given,
  input: string,
  period: Period,
  payments: readonly Payment[],
  lowering: Lowering,
): boolean {
  const target = given.target.ref;
  const figure = ast.isFigure(target) || ast.isGroupFigure(target) ? target : undefined;
  if (figure && figureTerms(figure).timing === "once") return true;
  const shorter = payments.find(
    (payment) => compareKinds(payment.each, period.kind) < 0 && reads(payment, input, lowering),
  );
  if (!shorter) return true;
  const parameters = { name: given.target.$refText, payment: shorter.name, each: shorter.each, period: period.label };
  lowering.report("example-too-long", parameters, given);
  return false;
}

function reads(payment: Payment, input: string, { nodes }: Lowering): boolean {
  const roots = payment.branches.flatMap((branch) => [
    branch.amount,
    ...(branch.compares ? [branch.compares] : []),
    ...branch.limits.map(({ limit }) => limit),
  ]);
  const seen = new Set<string>();
  const visit = (id: string): boolean => {
    if (seen.has(id)) return false;
    seen.add(id);
    const node = nodes[id];
    if (!node) return false;
    if ((node.kind === "given" && node.input === input) || (node.kind === "metric" && node.metric === input))
      return true;
    return operandsOf(node).some(visit);
  };
  return roots.some(visit);
}
