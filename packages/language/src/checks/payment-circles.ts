import type { Report } from "../diagnostics/finding.js";
import type * as ast from "../generated/ast.js";

/** Payments, and balances before their takes, never read each other in a circle (rules 1 and 10). */
export function paymentCircles(
  payments: readonly (ast.Payment | ast.Balance)[],
  reads: ReadonlyMap<string, ReadonlySet<string>>,
  report: Report,
): void {
  const done = new Set<string>();
  for (const payment of payments) {
    const circle = circleFrom(payment.name, reads, [], done);
    if (circle) {
      report("reads-itself", { names: circle.join(", which reads ") }, payment, { property: "name" });
      return;
    }
  }
}

function circleFrom(
  name: string,
  reads: ReadonlyMap<string, ReadonlySet<string>>,
  path: string[],
  done: Set<string>,
): string[] | undefined {
  const seen = path.indexOf(name);
  if (seen >= 0) return [...path.slice(seen), name];
  if (done.has(name)) return undefined;
  for (const next of reads.get(name) ?? []) {
    const circle = circleFrom(next, reads, [...path, name], done);
    if (circle) return circle;
  }
  done.add(name);
  return undefined;
}
