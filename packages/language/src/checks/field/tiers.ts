import { type Interval, type Payment, type Place, periodsOf, rowsThatApply, show, type Unit } from "@concordat/model";
import * as ast from "../../generated/ast.js";
import { type Field, written } from "./field.js";
import { behind, nodesOfPayment } from "./reads.js";

/** Every tier applies to some outcome, in some period. */
export function tiersAreReached(payment: Payment, field: Field): void {
  const { contract, bounding } = field;
  const places = periodsOf(payment.each, bounding.calendar).map((period): Place => ({ period, of: {} }));
  for (const node of nodesOfPayment(payment, contract)) {
    if (node.kind !== "tiered") continue;
    const shape = field.at(node.source);
    // Rows of a file are not the contract's own to mend.
    if (!ast.isTiered(shape) || shape.path !== undefined) continue;
    const applied = new Set(places.flatMap((place) => rowsThatApply(node, place, bounding)));
    const x = node.x === undefined ? undefined : contract.nodes[node.x];
    const range = x && bounding.of(x.id, places[0]!).numbers;
    if (!x || !range) continue;
    for (const [index, tier] of shape.tiers.entries()) {
      if (applied.has(index)) continue;
      const parameters = {
        tier: written(tier),
        what: behind(x.id, contract).name ?? "what it stands on",
        range: inWords(range, x.unit),
      };
      field.report("tier-never-reached", parameters, tier);
    }
  }
}

function inWords({ low, high }: Interval, unit: Unit): string {
  if (low && high) return `from ${show(low, unit)} to ${show(high, unit)}`;
  return low ? `at least ${show(low, unit)}` : high ? `at most ${show(high, unit)}` : "anything";
}
