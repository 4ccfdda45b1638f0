import type { Step } from "../evaluate/evaluation.js";
import type { PoolNode } from "../nodes/pool.js";
import { Rational } from "../numbers/rational.js";
import { ratio } from "../units/unit.js";
import type { Words } from "./words.js";

/** "of the pool of £1,200,000, 40% on m earns 60.63%, 30% on d earns 50%: £831,023.62 in all". */
export function pool(node: PoolNode, step: Step, words: Words): string {
  const weights = node.weights.map((weight, index) => {
    const achieved = step.inputs[index + 1]!;
    const part = `${words.amount(Rational.parse(weight.weight), ratio)} on ${weight.on}`;
    if (achieved.value.is === "number")
      return `${part} earns ${words.amount(achieved.value.number, achieved.node.unit)}`;
    return weight.sharesWeight ? `${part} is shared among the others` : `${part} waits`;
  });
  const [whole] = step.inputs;
  if (weights.length === 0) return `the pool is ${words.shown(step)}`;
  return `of the pool of ${words.shown(whole!)}, ${weights.join(", ")}: ${words.shown(step)}`;
}
