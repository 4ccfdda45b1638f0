import type { Branch } from "../contract/payments.js";
import type { Evaluation, Place, Step } from "../evaluate/evaluation.js";
import type { Missing } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/** Whether a line of a payment took part in a period: its side had a difference, and every gate above it was passed. */
export type InForce =
  | { readonly is: "yes" | "no"; readonly read: readonly Step[] }
  | { readonly is: "missing"; readonly value: Missing; readonly read: readonly Step[] };

/** Looks at the side and at the gates above the line, in their order, and at nothing below it. */
export function lineInForce(branch: Branch, index: number, place: Place, evaluation: Evaluation): InForce {
  const read: Step[] = [];
  if (branch.when !== "always" && branch.compares !== undefined) {
    const gap = evaluation.step(branch.compares, place);
    read.push(gap);
    if (gap.value.is === "missing") return { is: "missing", value: gap.value, read };
    if (gap.value.is !== "number" || !gap.value.number.above(Rational.zero)) return { is: "no", read };
  }
  for (const { construct, node } of branch.lines.slice(0, index)) {
    const gate = evaluation.contract.nodes[node]!;
    if (construct !== "only-when" || gate.kind !== "only-when") continue;
    const test = evaluation.step(gate.when, place);
    read.push(test);
    if (test.value.is === "missing") return { is: "missing", value: test.value, read };
    if (test.value.is !== "truth" || !test.value.truth) return { is: "no", read };
  }
  return { is: "yes", read };
}
