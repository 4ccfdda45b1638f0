import type { Step } from "../evaluate/evaluation.js";
import { asNumber } from "../evaluate/value.js";
import type { ScaledNode } from "../nodes/scaled.js";
import type { Words } from "./words.js";

/** "188 lies beyond 190: the whole 100%", or "between 215.4 (0%) and 190 (100%), 200 gives 60.63%". */
export function scaled(_node: ScaledNode, step: Step, words: Words): string {
  const [x, ...rest] = step.inputs;
  const point = (index: number) => ({ value: rest[2 * index]!, at: rest[2 * index + 1]! });
  const show = (input: Step): string => words.amount(asNumber(input.value), input.node.unit);
  const given = words.named(x!);
  const reached = step.reached ?? [];
  const result = words.amount(asNumber(step.value), step.node.unit);
  if (reached.length === 2) {
    const [a, b] = [...reached].sort((one, other) => one - other).map(point);
    return `between ${show(a!.at)} (${show(a!.value)}) and ${show(b!.at)} (${show(b!.value)}), ${given} gives ${result}`;
  }
  const end = point(reached[0] ?? 0);
  const exactly = asNumber(x!.value).equals(asNumber(end.at.value));
  const whole = asNumber(step.value).isZero ? "" : "the whole ";
  return `${given} ${exactly ? "is exactly at" : "lies beyond"} ${show(end.at)}: ${whole}${result}`;
}
