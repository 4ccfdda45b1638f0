import type { ContractModel } from "../contract/contract.js";
import type { PaymentOutcome } from "../evaluate/payment.js";
import type { Rational } from "../numbers/rational.js";
import { showMoney } from "../units/show.js";
import { amountText } from "./entry.js";
import type { StatementPayment } from "./statement.js";

/** What each limit of the contract left of a payment, in the order in which they applied. */
export function contractLimitsOf(
  { contractLimits = [], amount, trueUp }: PaymentOutcome & { readonly trueUp?: { readonly earned: Rational | null } },
  contract: ContractModel,
): NonNullable<StatementPayment["contractLimits"]> {
  const last = trueUp === undefined ? amount : trueUp.earned;
  return contractLimits.flatMap(({ limit, span, most, before }, index) => {
    const after = contractLimits[index + 1]?.before ?? last;
    if (after === null) return [];
    const money = (value: Rational): string => showMoney(value, contract.currency);
    const all = `${limit.title ?? limit.name}: at most ${money(most)} for ${span.label}`;
    const cut = before.less(after);
    const sentence = cut.isZero
      ? `${all}, which does not cut this.`
      : `${all}. Of ${money(before)}, ${money(cut)} is cut ${WAYS[limit.way]}; ${money(after)} is left.`;
    const texts = {
      most: amountText(most, contract),
      before: amountText(before, contract),
      after: amountText(after, contract),
    };
    return [{ limit: limit.name, ...(limit.title === undefined ? {} : { title: limit.title }), ...texts, sentence }];
  });
}

const WAYS = {
  "in-proportion": "in proportion with what else falls under it",
  "earliest-first": "because what came before it is paid first",
  "as-listed": "because what is listed before it is paid first",
} as const;
