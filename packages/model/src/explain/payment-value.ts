import type { Step } from "../evaluate/evaluation.js";
import type { PaymentValueNode } from "../nodes/payment-value.js";
import { titleOfRow } from "./names.js";
import type { Words } from "./words.js";

/** "outcomes earned £831,023.62 in 2026/27": its own steps are in its own statement. */
export function paymentValue(node: PaymentValueNode, step: Step, words: Words): string {
  const { period, of } = step.place;
  const value = words.shown(step);
  switch (node.reads) {
    case "earned":
      return `${node.payment} earned ${value} in ${period.label}`;
    case "amount":
      return `${node.payment} came to ${value} in ${period.label}`;
    case "pool":
      return `the pool of ${node.payment} in ${period.label} is ${value}`;
    case "party":
      return `${titleOfRow("party", of.party ?? "this party", words.contract)} has ${value} under ${node.payment} in ${period.label}`;
  }
}
