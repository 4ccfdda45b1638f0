import type { Step } from "../evaluate/evaluation.js";
import type { Words } from "./words.js";

/** Whether a cap or a floor binds: "£600,000 is above the cap of £500,000: £500,000". */
export function limitedBy(which: "cap" | "floor", step: Step, words: Words): string {
  const [amount, limit] = step.inputs as [Step, Step];
  const named = words.named(amount);
  if (limit.value.is === "none") return `there is no ${which} here: ${named}`;
  const bound = `the ${which} of ${words.shown(limit)}`;
  const side = which === "cap" ? "above" : "below";
  return step.reached
    ? `${named} is ${side} ${bound}: ${words.shown(step)}`
    : `${named} is not ${side} ${bound}, which does not bind`;
}
