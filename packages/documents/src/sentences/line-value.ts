import type { NodeOf } from "@concordat/model";
import { type Phrase, say } from "../document/phrase.js";
import { inputTerm, plainName } from "./names.js";
import type { Reader } from "./reader.js";

/** A named line of a payment: what it takes off, or the amount after it. */
export function lineValue(node: NodeOf<"line-value">, { contract }: Reader): Phrase {
  const payment = inputTerm("payment", node.payment, contract);
  const lines = contract.payments.find(({ name }) => name === node.payment)?.branches.flatMap((branch) => branch.lines);
  const less = lines?.find(({ label }) => label === node.line)?.construct === "less";
  const line = plainName(node.line);
  return less
    ? say`what the line “${line}” of ${payment} takes off (before rounding)`
    : say`the amount of ${payment} after its line “${line}” (before rounding)`;
}
