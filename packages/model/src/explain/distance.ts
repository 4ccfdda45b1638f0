import type { Evaluator } from "../evaluate/evaluator.js";
import type { PaymentOutcome } from "../evaluate/payment.js";
import type { NextChange } from "../statement/statement.js";

export function distances(_outcome: PaymentOutcome, _evaluator: Evaluator): NextChange[] {
  return [];
}
