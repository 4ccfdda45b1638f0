import assert from "node:assert/strict";
import { type ContractModel, calendarOf, type InputValue, parsePeriod, type Statement, settle } from "@concordat/model";
import type { Calculator } from "./load.js";

/**
 * The model's statement and the module's settlement of the same values: amounts, statuses, branches, who receives, who
 * pays, who pays whom, and the totals. What the module says is missing stands in the model's reason.
 */
export function assertAgreement(
  contract: ContractModel,
  calculator: Calculator,
  values: readonly InputValue[],
  period?: string,
): Statement {
  const within = period === undefined ? undefined : parsePeriod(period, calendarOf(contract.term, contract.yearStarts));
  const statement = settle(
    contract,
    { values: [...values], digest: "", quality: [] },
    { next: false, ...(within ? { period: within } : {}) },
  );
  const settlement = calculator.settle(values, period === undefined ? {} : { period });
  const reasons = statement.periods.flatMap(({ payments }) => payments.map(({ reason }) => reason));
  const lacking = settlement.periods.flatMap(({ payments }) => payments.map(({ missing }) => missing));
  assert.deepEqual(withoutMissing(settlement), moneyOf(statement), JSON.stringify(values));
  lacking.forEach((names, index) => {
    for (const name of names) assert.ok(reasons[index]?.includes(name), `${name} in ${reasons[index]}`);
  });
  return statement;
}

/** A statement without what a calculator does not say: titles, sentences and steps. */
const moneyOf = ({ periods, totals }: Statement) => ({
  periods: periods.map((period) => ({
    ...period,
    payments: period.payments.map(({ payment, for: row, amount, status, branch, receives, pays, flows }) => ({
      payment,
      ...(row === undefined ? {} : { for: row }),
      amount,
      status,
      branch,
      receives,
      pays,
      flows,
    })),
  })),
  totals: totals.map(({ party, receives, pays }) => ({ party, receives, pays })),
});

const withoutMissing = ({ periods, totals }: ReturnType<Calculator["settle"]>) => ({
  periods: periods.map((period) => ({ ...period, payments: period.payments.map(({ missing: _, ...rest }) => rest) })),
  totals,
});
