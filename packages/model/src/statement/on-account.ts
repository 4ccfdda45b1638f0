import type { ContractModel } from "../contract/contract.js";
import { netted } from "../evaluate/netting.js";
import type { Instalment, TrueUp } from "../evaluate/on-account.js";
import { bothSides } from "../evaluate/payment.js";
import { Rational } from "../numbers/rational.js";
import { showMoney } from "../units/show.js";
import { amountText } from "./entry.js";
import type { StatementPayment, StatementPeriod } from "./statement.js";

type OnAccountEntry = NonNullable<StatementPayment["onAccount"]>;

/** "Paid on account of 2026/27, and set against it when it is settled." */
export const instalmentEntry = ({ whole }: Instalment): OnAccountEntry => ({
  kind: "instalment",
  of: whole.label,
  sentence: `On account of ${whole.label}, and set against what is earned when that is settled.`,
});

export const settlementEntry = ({ earned, paid, flows }: TrueUp, contract: ContractModel): OnAccountEntry => ({
  kind: "settlement",
  earned: earned && amountText(earned, contract),
  paid: amountText(paid, contract),
  flows: flows.map(({ from, to, amount }) => ({ from, to, amount: amountText(amount, contract) })),
  sentence: settlementSentence(earned, paid, contract.currency),
});

/** "£1,200,000 was paid on account and £1,280,000 was earned, so £80,000 is still to pay." */
export function settlementSentence(earned: Rational | null, paid: Rational, currency: string): string {
  const money = (amount: Rational): string => showMoney(amount.size(), currency);
  const before = `${money(paid)} was paid on account`;
  if (earned === null) return `${before}; what is still to pay or to be paid back is not known yet.`;
  const worked = earned.isNegative ? `${money(earned)} is due the other way` : `${money(earned)} was earned`;
  const due = earned.less(paid);
  const what = due.isZero
    ? "nothing more is to pay"
    : due.isNegative
      ? `${money(due)} is paid back`
      : `${money(due)} is still to pay`;
  return `${before} and ${worked}, so ${what}.`;
}

/**
 * Settlements against the instalments that stand in the same statement: where a deed has changed the terms, these were paid
 * by the terms of their own time. A statement in which nothing is paid on account is returned as it is.
 */
export function settledAgain(periods: readonly StatementPeriod[], contract: ContractModel): StatementPeriod[] {
  return periods.map((period) => ({
    ...period,
    payments: period.payments.map((entry) => {
      if (entry.onAccount?.kind !== "settlement" || entry.onAccount.earned === null) return entry;
      const inside = periods.filter(({ from, to }) => from >= period.from && to <= period.to);
      const paid = inside
        .flatMap(({ payments }) => payments)
        .filter(
          (one) => one.onAccount?.kind === "instalment" && one.payment === entry.payment && one.for === entry.for,
        );
      return against(entry, entry.onAccount, paid, contract);
    }),
  }));
}

function against(
  entry: StatementPayment,
  { earned, flows }: OnAccountEntry & { kind: "settlement" },
  instalments: readonly StatementPayment[],
  contract: ContractModel,
): StatementPayment {
  const read = (all: StatementPayment["flows"]) =>
    all.map((flow) => ({ ...flow, amount: Rational.parse(flow.amount) }));
  const written = (amount: Rational): string => amountText(amount, contract);
  const before = read(instalments.flatMap((one) => one.flows));
  const trueUp = {
    earned: Rational.parse(earned!),
    paid: Rational.sum(before.map(({ amount }) => amount)),
    flows: read(flows),
  };
  const moved = netted(trueUp.flows, before);
  const due = trueUp.earned.less(trueUp.paid);
  const sides = bothSides(moved);
  const parts = (side: typeof sides.pays) => side.map(({ party, amount }) => ({ party, amount: written(amount) }));
  const { recovered: _, ...rest } = entry;
  return {
    ...rest,
    ...(due.isNegative ? { recovered: true as const } : {}),
    amount: written(due.size()),
    receives: parts(sides.receives),
    pays: parts(sides.pays),
    flows: moved.map(({ from, to, amount }) => ({ from, to, amount: written(amount) })),
    onAccount: settlementEntry(trueUp, contract),
  };
}
