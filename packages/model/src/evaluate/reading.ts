import { Rational } from "../numbers/rational.js";
import type { Evaluation, PaymentReading } from "./evaluation.js";
import type { PaymentOutcome } from "./payment.js";
import { missing, number, type Value } from "./value.js";

/**
 * What another rule may read of a payment. While any of it waits, its reader waits too: a provisional payment is
 * missing to whoever reads it, and the reader is deferred with it.
 */
export function readingOf(outcome: PaymentOutcome, evaluation: Evaluation): PaymentReading {
  const { payment, place, status, lacks, amount } = outcome;
  const pool = payment.pool ? evaluation.step(payment.pool, place).value : undefined;
  const settled = (value: () => Value): Value => {
    if (status === "undetermined" || amount === null) return missing(...lacks);
    return status === "provisional" ? missing(waiting(outcome)) : value();
  };
  return {
    earned: settled(() => number(outcome.exact ?? Rational.zero)),
    amount: settled(() => number(outcome.turned ? amount!.negated() : amount!)),
    pool: pool ?? missing({ input: payment.name, why: "it has no pool", payment: true, source: payment.source }),
    party: (name) => settled(() => number(net(outcome, name).size())),
    steps: outcome.steps,
  };
}

const waiting = ({ payment, place, lacks }: PaymentOutcome) => ({
  input: payment.name,
  why: `for ${place.period.label} it waits for ${[...new Set(lacks.map(({ input }) => input))].join(", ")}`,
  waits: "defer" as const,
  payment: true as const,
  source: payment.source,
});

const net = ({ flows }: PaymentOutcome, party: string): Rational =>
  Rational.sum(
    flows.map(({ from, to, amount }) =>
      from === to ? Rational.zero : to === party ? amount : from === party ? amount.negated() : Rational.zero,
    ),
  );
