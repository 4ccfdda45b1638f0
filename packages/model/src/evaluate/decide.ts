import type { Determination } from "../contract/determinations.js";
import { Rational } from "../numbers/rational.js";
import { showMoney } from "../units/show.js";
import { divideAmount } from "./division.js";
import type { Evaluator } from "./evaluator.js";
import { bothSides, type PaymentOutcome } from "./payment.js";
import { RunningRemainders } from "./remainders.js";

/**
 * Puts a decision in the place of what was computed (rule 16): the decided amount moves, divided as the payment divides;
 * the computed one stays beside it, and is what other payments read (rule 10). Of several decisions on one payment the
 * latest stands. Where nothing says who would pay whom, the payment stays as it was computed and says so.
 */
export function decide(
  outcome: PaymentOutcome,
  determinations: readonly Determination[],
  evaluator: Evaluator,
): PaymentOutcome {
  const { payment, place, row, branch, amount, reason } = outcome;
  const determination = determinations
    .filter((one) => one.payment === payment.name && one.row === row)
    .filter(({ period }) => period.from === place.period.from && period.to === place.period.to)
    .reduce<Determination | undefined>((last, one) => (last && last.decided > one.decided ? last : one), undefined);
  if (!determination) return outcome;
  const pays = Rational.parse(determination.pays);
  const way = branch ?? (payment.branches.length === 1 ? payment.branches[0] : undefined);
  const decision = { determination, computed: amount };
  const decided = { ...outcome, decision, status: "determined", lacks: [], limits: [], amount: pays } as const;
  if (pays.isZero) return { ...decided, flows: [], receives: [], pays: [] };
  // Limits on parties belong to the rule that the decision sets aside.
  const running =
    evaluator.contract.division.rule === "running-remainder"
      ? new RunningRemainders(evaluator.carried(payment, place), outcome.turned === true)
      : undefined;
  const division = way && divideAmount(pays, { ...way, limits: [] }, place, evaluator, running);
  if (!division || "is" in division) {
    const says = `${determination.name} decides ${showMoney(pays, evaluator.contract.currency)}, and nothing says who would pay whom.`;
    return { ...outcome, reason: [reason, says].filter(Boolean).join(" ") };
  }
  return { ...decided, ...division, ...bothSides(division.flows) };
}
