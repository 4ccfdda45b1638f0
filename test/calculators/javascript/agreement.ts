import assert from "node:assert/strict";
import {
  type ContractModel,
  type Evaluator,
  evaluatorOf,
  type InputValue,
  type PaymentOutcome,
  type Period,
  parsePeriod,
  partOf,
  periodsOf,
  type Rational,
  settle,
} from "@concordat/model";
import type { Calculator, Pair, SettledPayment } from "./load.js";

/** The whole statement of the model and the settlement of the module: periods, payments, and what each party totals. */
export function assertSameStatement(
  contract: ContractModel,
  calculator: Calculator,
  values: readonly InputValue[],
  label?: string,
): void {
  sameStatement(contract, calculator, values, label);
}

/** The same, and what statuses there were. */
function sameStatement(
  contract: ContractModel,
  calculator: Calculator,
  values: readonly InputValue[],
  label?: string,
): readonly PaymentOutcome["status"][] {
  const period = label === undefined ? undefined : periodOf(label, evaluatorOf(contract, []));
  const data = { values: [...values], digest: "", quality: [] };
  const { periods, totals } = settle(contract, data, { next: false, ...(period ? { period } : {}) });
  const settlement = calculator.settle(values, label === undefined ? {} : { period: label });
  const reasons = periods.flatMap(({ payments }) => payments.map(({ reason }) => reason));
  settlement.periods
    .flatMap(({ payments }) => payments)
    .forEach(({ missing }, index) => {
      for (const name of missing) assert.ok(reasons[index]?.includes(name), `${name} in ${reasons[index]}`);
    });
  assertSame(
    {
      periods: settlement.periods.map((one) => ({ ...one, payments: one.payments.map(inOrder) })),
      totals: settlement.totals,
    },
    {
      periods: periods.map(({ carried: _, ...one }) => ({ ...one, payments: one.payments.map(inOrder) })),
      totals: totals.map(({ party, receives, pays }) => ({ party, receives, pays })),
    },
    values,
  );
  return periods.flatMap(({ payments }) => payments.map(({ status }) => status));
}

/** The same of every payment of one period, without the model's explanations: many times faster. Says what statuses there were. */
export function assertSameMoney(
  contract: ContractModel,
  calculator: Calculator,
  values: readonly InputValue[],
  label: string,
): readonly PaymentOutcome["status"][] {
  if (contract.payments.some(({ onAccount }) => onAccount)) return sameStatement(contract, calculator, values, label);
  const evaluator = evaluatorOf(contract, values);
  const span = periodOf(label, evaluator);
  const outcomes = contract.payments.flatMap(({ each }) =>
    periodsOf(each, evaluator.calendar)
      .filter(({ from, to }) => from >= span.from && to <= span.to)
      .map((period) => period.label),
  );
  const settled = calculator.settle(values, { period: label }).periods;
  assert.deepEqual(new Set(settled.map(({ period }) => period)), new Set(outcomes));
  return settled.flatMap(({ period, payments }) => {
    const expected = outcomesIn(periodOf(period, evaluator), contract, evaluator);
    assertSame(
      payments.map(inOrder),
      expected.map((outcome) => inOrder(written(outcome))),
      values,
    );
    return expected.map(({ status }) => status);
  });
}

/** The fast entry and the model, given the same numbers for the whole of one period. */
export function assertSameCalculation(
  contract: ContractModel,
  calculator: Calculator,
  values: readonly InputValue[],
  label: string,
  inputs: Readonly<Record<string, Given>>,
): void {
  const evaluator = evaluatorOf(contract, values);
  const expected = outcomesIn(periodOf(label, evaluator), contract, evaluator).map(
    ({ receives, pays, ...outcome }) => ({
      payment: outcome.payment.name,
      ...(outcome.row === undefined ? {} : { for: outcome.row }),
      amount: outcome.amount && `${units(outcome.amount, contract)}`,
      status: outcome.status,
      branch: outcome.branch?.when ?? null,
      receives: byParty(receives.map(({ party, amount }) => [party, `${units(amount, contract)}`])),
      pays: byParty(pays.map(({ party, amount }) => [party, `${units(amount, contract)}`])),
    }),
  );
  const calculated = calculator.calculate(inputs, label).map(({ receives, pays, ...outcome }) => ({
    ...outcome,
    amount: outcome.amount === null ? null : `${outcome.amount}`,
    receives: byParty(receives.map(({ party, amount }) => [party, `${amount}`])),
    pays: byParty(pays.map(({ party, amount }) => [party, `${amount}`])),
  }));
  assertSame(calculated, expected, values);
}

/** A number for the fast entry, or one for each row of a participant set. */
export type Given = Pair | null | Readonly<Record<string, Pair | null>>;

const byParty = (amounts: [string, string][]): [string, string][] => amounts.sort(([a], [b]) => (a < b ? -1 : 1));

const units = (amount: Rational, { rounding }: ContractModel): bigint => {
  assert.equal(rounding.unit, "0.01");
  return (amount.top * 100n) / amount.bottom;
};

const periodOf = (label: string, { calendar }: Evaluator): Period => {
  const period = parsePeriod(label, calendar);
  assert.ok(period, label);
  return period;
};

/** What the model makes of every payment of exactly this period. */
function outcomesIn(period: Period, contract: ContractModel, evaluator: Evaluator): PaymentOutcome[] {
  return contract.payments
    .filter(({ each }) => each === period.kind)
    .flatMap((payment) => {
      const rows = contract.participants.find(({ name }) => name === payment.forEach)?.rows.map(({ key }) => key);
      const takingPart = rows?.filter((row) => partOf(contract, { period, of: { [payment.forEach!]: row } }));
      return (takingPart ?? [undefined]).map((row) => evaluator.outcome(payment, period, row));
    });
}

const written = ({ payment, row, amount, status, branch, receives, pays, flows }: PaymentOutcome) => ({
  payment: payment.name,
  ...(row === undefined ? {} : { for: row }),
  amount: amount === null ? null : amount.toFixed(2),
  status,
  branch: branch?.when ?? null,
  receives: receives.map((part) => ({ party: part.party, amount: part.amount.toFixed(2) })),
  pays: pays.map((part) => ({ party: part.party, amount: part.amount.toFixed(2) })),
  flows: flows.map((flow) => ({ from: flow.from, to: flow.to, amount: flow.amount.toFixed(2) })),
});

/** What both say of a payment. */
const inOrder = ({
  payment,
  for: row,
  amount,
  status,
  branch,
  receives,
  pays,
  flows,
}: Omit<SettledPayment, "missing">) => ({
  payment,
  row: row ?? null,
  amount,
  status,
  branch,
  receives: receives.map(({ party, amount }) => [party, amount]),
  pays: pays.map(({ party, amount }) => [party, amount]),
  flows: flows.map(({ from, to, amount }) => [from, to, amount]),
});

function assertSame(actual: unknown, expected: unknown, values: readonly InputValue[]): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    assert.deepEqual({ actual, values }, { actual: expected, values });
}
