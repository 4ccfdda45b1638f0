import type { ContractModel } from "../contract/contract.js";
import type { InputValue } from "../contract/data.js";
import type { Payment } from "../contract/payments.js";
import { evaluateNode } from "../nodes/node.js";
import { earlier, later } from "../time/date.js";
import { calendarOf, compareKinds, type Period, periodsOf } from "../time/period.js";
import { heldBy, leftIn, type OutcomeAfter, spanOf } from "./contract-limit.js";
import type { Binding, Evaluation, Place, Step } from "./evaluation.js";
import { InputIndex } from "./inputs.js";
import { type PaymentOutcome, settlePayment, takesNoPart } from "./payment.js";
import { readingOf } from "./reading.js";
import { partOf, periodBefore } from "./taking-part.js";

/** Works out any node and any payment of a contract from one set of inputs, each once. */
export interface Evaluator extends Evaluation {
  /** One payment in one of its periods, for one row where it is worked out for each of a set. */
  outcome(payment: Payment, period: Period, row?: string): PaymentOutcome;
  /** The same contract and inputs with one input replaced. Nothing worked out before is kept. */
  replacing(value: InputValue): Evaluator;
}

/** An evaluator over input values. It reads no file and no clock: the same values give the same steps. */
export const evaluatorOf = (contract: ContractModel, values: readonly InputValue[]): Evaluator =>
  build(contract, InputIndex.of(contract, values));

function build(contract: ContractModel, inputs: InputIndex): Evaluator {
  const calendar = calendarOf(contract.term, contract.yearStarts);
  const once = memory();
  const byName = new Map(contract.payments.map((payment) => [payment.name, payment]));
  const evaluator: Evaluator = {
    contract,
    calendar,
    step(id, place) {
      const node = contract.nodes[id];
      if (!node) throw new Error(`the contract has no node ${id}`);
      // A node varies over its own axes only, so the rest of the binding is left out of what is remembered.
      const at: Place = { period: place.period, of: only(node.axes, place.of) };
      const key = `node ${id} ${keyOf(at.period)} ${node.axes.map((axis) => JSON.stringify(at.of[axis])).join()}`;
      return once(key, node.name ?? id, (): Step => ({ node, place: at, ...evaluateNode(node, at, evaluator) }));
    },
    input: (name, place) => inputs.find(name, place),
    payment(name, place) {
      const payment = byName.get(name);
      if (!payment) throw new Error(`the contract has no payment ${name}`);
      const row = payment.forEach ? place.of[payment.forEach] : undefined;
      if (payment.forEach && row === undefined) throw new Error(`${name} is read for no ${payment.forEach}`);
      // Before limits of the contract, which come last (rule 7).
      return readingOf(computed(payment, place.period, row), evaluator);
    },
    carried(payment, place) {
      if (contract.division.rule !== "running-remainder") return undefined;
      const before = periodBefore(place, evaluator);
      return before && computed(payment, before, payment.forEach ? place.of[payment.forEach] : undefined).carried;
    },
    within: (kind, period) =>
      once(`within ${kind} ${keyOf(period)}`, kind, () => {
        // A period before the term is reached where a figure is reported from then on.
        const days = period.from < calendar.from ? { ...calendar, from: period.from } : calendar;
        const all = periodsOf(kind, days, period.from, earlier(period.to, calendar.to));
        // A participant that joins or leaves inside a shorter period takes part of that too.
        return compareKinds(kind, period.kind) < 0 ? all.map((one) => cutTo(one, period)) : all;
      }),
    outcome: (payment, period, row) => after(contract.limits?.length ?? 0, payment, period, row),
    replacing: (value) => build(contract, inputs.replacing(value)),
  };
  const computed = (payment: Payment, period: Period, row?: string): PaymentOutcome => {
    const of: Binding = payment.forEach && row !== undefined ? { [payment.forEach]: row } : {};
    const part = partOf(contract, { period, of });
    const key = `payment ${payment.name} ${keyOf(part ?? period)} ${JSON.stringify(row)}`;
    return once(key, payment.name, () =>
      part ? settlePayment(payment, { period: part, of }, evaluator) : takesNoPart(payment, { period, of }, row!),
    );
  };
  const after: OutcomeAfter = (limits, payment, period, row) => {
    if (limits === 0) return computed(payment, period, row);
    const index = limits - 1;
    const limit = contract.limits![index]!;
    const outcome = after(index, payment, period, row);
    if (!limit.payments.includes(payment.name)) return outcome;
    const span = spanOf(limit, outcome, evaluator);
    const left = once(`limit ${index} ${keyOf(span)}`, limit.name, () => leftIn(index, span, after, evaluator));
    return heldBy(outcome, index, left, evaluator);
  };
  return evaluator;
}

const cutTo = (period: Period, { from, to }: Period): Period =>
  from <= period.from && to >= period.to
    ? period
    : { ...period, from: later(period.from, from), to: earlier(period.to, to) };

const keyOf = (period: Period): string => `${period.kind} ${period.from} ${period.to}`;

function only(axes: readonly string[], of: Binding): Binding {
  const kept: Record<string, string> = {};
  for (const axis of axes) if (of[axis] !== undefined) kept[axis] = of[axis];
  return kept;
}

/**
 * Each key is worked out once. A contract has no circle, which its check proves; were there one, it ends here with the
 * name that is read again.
 */
function memory(): <T>(key: string, name: string, work: () => T) => T {
  const known = new Map<string, unknown>();
  const open = new Set<string>();
  return <T>(key: string, name: string, work: () => T): T => {
    if (known.has(key)) return known.get(key) as T;
    if (open.has(key)) throw new Error(`${name} reads itself`);
    open.add(key);
    try {
      const result = work();
      known.set(key, result);
      return result;
    } finally {
      open.delete(key);
    }
  };
}
