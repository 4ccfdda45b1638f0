import type { NodeOf } from "@concordat/model";
import { type Phrase, say } from "../document/phrase.js";
import { inputTerm } from "./names.js";
import type { Reader } from "./reader.js";

/** Another payment as a value, over the same period. */
export function paymentValue(node: NodeOf<"payment-value">, { contract }: Reader): Phrase {
  const payment = inputTerm("payment", node.payment, contract);
  switch (node.reads) {
    case "earned":
      return say`the amount earned under ${payment} (before rounding)`;
    case "amount":
      return say`the amount of ${payment} (after rounding)`;
    case "pool":
      return say`the pool of ${payment}`;
    case "party":
      return say`its part of ${payment}`;
  }
}
