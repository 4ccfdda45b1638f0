import type { Step } from "../evaluate/evaluation.js";
import type { PaymentOutcome } from "../evaluate/payment.js";
import { everyStep } from "../evaluate/reason.js";

/** What can be reached, by a key that says which node or payment and which side of it: "n12 row 1", "n7 passed". */
export const key = (id: string, side: string): string => `${id} ${side}`;

/** Everything that these outcomes exercise: rows, segments, slices, sides of gates, caps that bind, branches. Sorted. */
export function reachedBy(outcomes: readonly PaymentOutcome[]): string[] {
  const steps = everyStep(outcomes.flatMap(({ steps, limits }) => [...steps, ...limits.map(({ step }) => step)]));
  const branches = outcomes.flatMap(({ payment, branch }) => (branch ? [key(payment.name, branch.when)] : []));
  return [...new Set([...steps.flatMap(sides), ...branches])].sort();
}

function sides({ node, reached }: Step): string[] {
  if (!reached) return [];
  switch (node.kind) {
    case "tiered":
      return reached.map((row) => key(node.id, row < 0 ? "otherwise" : `row ${row}`));
    case "scaled":
      return [key(node.id, reached.length === 1 ? `outside ${reached[0]}` : `between ${Math.min(...reached)}`)];
    case "banded":
      return reached.map((slice) => key(node.id, `slice ${slice}`));
    case "only-when":
      return [key(node.id, reached[0] === 0 ? "passed" : "failed")];
    case "at-most":
    case "at-least":
      return [key(node.id, "binds")];
    default:
      return [];
  }
}
