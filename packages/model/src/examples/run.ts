import type { ContractModel } from "../contract/contract.js";
import type { Example, ExampleExpectation } from "../contract/examples.js";
import { evaluatorOf } from "../evaluate/evaluator.js";
import type { PaymentOutcome } from "../evaluate/payment.js";
import type { StatementStep } from "../statement/statement.js";
import { stepWriter } from "../statement/steps.js";
import type { Period } from "../time/period.js";
import { check } from "./expectation.js";
import { inputsOf, periodOf } from "./given.js";
import { instalmentsInside } from "./movement.js";
import { reachedBy } from "./reached.js";

export interface ExpectationResult {
  readonly kind: ExampleExpectation["kind"];
  readonly subject: string;
  /** As people write it: "£520,000", "11.2%", "not determined". */
  readonly expected: string;
  readonly actual: string;
  /** "£20,000 less"; empty where it passed or there is nothing to compare. */
  readonly difference: string;
  readonly passed: boolean;
  readonly sentence: string;
  /** How the actual value came about. */
  readonly steps: readonly StatementStep[];
  readonly source: ExampleExpectation["source"];
}

export interface ExampleResult {
  readonly name: string;
  readonly title?: string;
  readonly passed: boolean;
  readonly expectations: readonly ExpectationResult[];
  /** What the example exercises: see `coverage`. Sorted. */
  readonly reached: readonly string[];
  readonly source: Example["source"];
}

/**
 * Works an example through, in one period or in several: what it gives stands for its whole period, and each payment that is settled inside that
 * period is worked out (a quarterly one as the sum of its quarters). Money is compared to the contract's penny. Another
 * value is compared after rounding it to the decimals that the expected value is written with, a percentage to whole
 * percents at least.
 */
export function runExample(contract: ContractModel, example: Example): ExampleResult {
  const evaluator = evaluatorOf(contract, []);
  const filled = evaluatorOf(contract, inputsOf(contract, example, evaluator.calendar));
  const rows = (axis: string | undefined) => (axis === undefined ? [undefined] : rowsOf(contract, example, axis));
  const settledIn = (period: Period): PaymentOutcome[] =>
    contract.payments.flatMap((payment) => {
      const inside = filled
        .within(payment.each, period)
        .filter(({ from, to }) => from >= period.from && to <= period.to);
      return inside.flatMap((at) => rows(payment.forEach).map((row) => filled.outcome(payment, at, row)));
    });
  const outcomes = new Set<PaymentOutcome>(settledIn(periodOf(example.period, filled.calendar)));
  const write = stepWriter(contract);
  const expectations = example.expect.map((expectation) => {
    const period = periodOf(expectation.period ?? example.period, filled.calendar);
    const inside = settledIn(period);
    for (const outcome of inside) outcomes.add(outcome);
    const {
      outcomes: read = [],
      steps = [],
      ...result
    } = check(expectation, inside, instalmentsInside(period, rows, filled), period, filled);
    const written = [...read.flatMap((outcome: PaymentOutcome) => outcome.steps), ...steps].map(write);
    return {
      kind: expectation.kind,
      subject: expectation.subject,
      ...result,
      steps: written,
      source: expectation.source,
    };
  });
  return {
    name: example.name,
    ...(example.title === undefined ? {} : { title: example.title }),
    passed: expectations.every(({ passed }) => passed),
    expectations,
    reached: reachedBy([...outcomes]),
    source: example.source,
  };
}

/** The rows that the example speaks of; every row where it names none. */
function rowsOf(contract: ContractModel, example: Example, axis: string): string[] {
  const keys = contract.participants.find(({ name }) => name === axis)?.rows.map(({ key }) => key) ?? [];
  const named = new Set(
    [...example.given, ...example.expect].map(({ of }) => of[axis]).filter((key) => key !== undefined),
  );
  for (const { subject } of example.expect) if (keys.includes(subject)) named.add(subject);
  return named.size === 0 ? keys : keys.filter((key) => named.has(key));
}
