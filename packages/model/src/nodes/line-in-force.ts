import type { Branch, PaymentLine } from "../contract/payments.js";
import type { Evaluation, Place, Step } from "../evaluate/evaluation.js";
import { everyStep } from "../evaluate/reason.js";
import { type Lack, type Missing, missing, number, type Value } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/** The amount after one line of a payment in a period; `step` is absent where the line took no part in it. */
export interface LineAmount {
  readonly value: Value;
  readonly step?: Step;
}

/**
 * What a line came to: nothing where the payment went another way, or a gate above the line failed. While part of it waits
 * for reconciliation, so does whoever reads it.
 */
export function lineAmount(
  name: string,
  is: (line: PaymentLine) => boolean,
  place: Place,
  evaluation: Evaluation,
): LineAmount {
  const payment = evaluation.contract.payments.find((candidate) => candidate.name === name)!;
  for (const branch of payment.branches) {
    const index = branch.lines.findIndex(is);
    if (index < 0) continue;
    const force = tookPart(branch, index, place, evaluation);
    if (typeof force !== "boolean") return { value: force };
    if (!force) continue;
    const step = evaluation.step(branch.lines[index]!.node, place);
    const waits = everyStep([step]).flatMap(({ deferred }) => deferred ?? []);
    return { value: waits.length > 0 ? waiting(name, place, waits) : step.value, step };
  }
  return { value: number(Rational.zero) };
}

function waiting(payment: string, { period }: Place, waits: readonly Lack[]): Value {
  const why = `for ${period.label} it waits for ${[...new Set(waits.map(({ input }) => input))].join(", ")}`;
  return missing({ input: payment, why, waits: "defer", payment: true });
}

/** Whether a line took part: its side has a difference, and every gate above it is passed. Nothing below it is looked at. */
function tookPart(branch: Branch, index: number, place: Place, evaluation: Evaluation): boolean | Missing {
  if (branch.when !== "always" && branch.compares !== undefined) {
    const { value } = evaluation.step(branch.compares, place);
    if (value.is === "missing") return value;
    if (value.is !== "number" || !value.number.above(Rational.zero)) return false;
  }
  for (const { node } of branch.lines.slice(0, index)) {
    const gate = evaluation.contract.nodes[node]!;
    if (gate.kind !== "only-when") continue;
    const { value } = evaluation.step(gate.when, place);
    if (value.is === "missing") return value;
    if (value.is !== "truth" || !value.truth) return false;
  }
  return true;
}
