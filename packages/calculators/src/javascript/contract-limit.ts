import type { ContractModel } from "@concordat/model";
import { CALENDAR } from "./calendar.js";
import { DIVISION } from "./division.js";
import type { Helper } from "./helper.js";
import { list, record } from "./layout.js";
import { MISSING, ONCE, WHOLE_UNITS } from "./runtime.js";
import type { Writer } from "./writer.js";

export const CONTRACT_LIMITS: Helper = {
  name: "limitedTo",
  needs: [MISSING, ONCE, WHOLE_UNITS, CALENDAR, DIVISION],
  text: `\
// A payment after the first so many limits of the contract on payments together.
function limitedTo(count, pay, at) {
  if (count === 0) return pay.outcome(at);
  const outcome = limitedTo(count - 1, pay, at);
  const { payments, span } = LIMITS[count - 1];
  if (outcome.amount === null || payments.every((one) => one.pay !== pay)) return outcome;
  const whole = PERIODS[span].find(({ from, to }) => from <= at.period.from && at.period.from < to);
  const found = leftIn(count - 1, whole, at.run).get(limitKey(pay, at));
  if (!found || found.amount === outcome.amount) return outcome;
  if (found.lacks) return { ...outcome, status: "undetermined", lacks: found.lacks, amount: null, flows: [] };
  const parts = byLargestRemainder(found.amount, outcome.flows.map(({ amount }) => amount));
  const flows = outcome.flows.map((flow, index) => ({ ...flow, amount: parts[index] }));
  return { ...outcome, amount: found.amount, flows: flows.filter(({ amount }) => amount !== 0n) };
}
const limitKey = (pay, { period, of }) => JSON.stringify([pay.name, period.fullFrom, ...pay.axes.map((axis) => of[axis])]);

// What a limit leaves of everything that falls into one of its spans: in proportion, or one after the other.
function leftIn(index, span, run) {
  const memory = "limit " + index + " " + span.from;
  if (run.memory.has(memory)) return run.memory.get(memory);
  const { name, payments, most, way } = LIMITS[index];
  const all = payments.flatMap(({ pay, each, rows }) =>
    PERIODS[each]
      .filter(({ fullFrom, fullTo }) => fullTo > span.from && fullFrom < span.to)
      .flatMap((period) =>
        (rows ?? [undefined]).map((row) => {
          const at = { run, period, of: row === undefined ? {} : { [pay.axes[0]]: row } };
          const outcome = limitedTo(index, pay, at);
          const named = pay.branches.find(({ when }) => when === outcome.branch)?.named;
          const counts = outcome.amount === null || (named === "receives" && outcome.exact.n >= 0n);
          return { ...outcome, counts, key: limitKey(pay, at), name: row ?? pay.name, input: pay.name, end: period.fullTo };
        }),
      ),
  ).filter(({ counts }) => counts);
  const inOrder = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  all.sort((a, b) => inOrder(a.end, b.end) || (way === "earliest-first" ? inOrder(a.name, b.name) : 0));
  const limit = traced(run, () => most({ run, period: span, of: {} })).value;
  const units = limit instanceof Fraction ? wholeUnits(limit, PENNY, "towards-zero") : 0n;
  let room = units < 0n ? 0n : units;
  let unknown = isMissing(limit) ? limit.lacks : undefined;
  const waiting = ({ input, lacks }) => [...missing(input, name + " is shared with it").lacks, ...lacks];
  const left = new Map();
  run.memory.set(memory, left);
  if (way === "in-proportion") {
    const open = all.find(({ amount }) => amount === null);
    unknown ??= open && waiting(open);
    const parts = !unknown && total(all) > room ? byLargestRemainder(room, all.map(({ amount }) => amount)) : undefined;
    all.forEach(({ key, amount }, at) => left.set(key, unknown ? { lacks: unknown } : { amount: parts ? parts[at] : amount }));
    return left;
  }
  for (const outcome of all) {
    unknown ??= outcome.amount === null ? waiting(outcome) : undefined;
    const paid = unknown ? 0n : outcome.amount < room ? outcome.amount : room;
    left.set(outcome.key, unknown ? { lacks: unknown } : { amount: paid });
    room -= paid;
  }
  return left;
}`,
};

/** `const LIMITS = [...]`: the limits of the contract, in the order in which they apply. */
export function writeLimits({ limits = [], payments }: ContractModel, w: Writer): string {
  const written = limits.map((limit) =>
    record({
      name: w.text(limit.name),
      payments: list(
        limit.payments.map((name) => {
          const { each, forEach } = payments.find((payment) => payment.name === name)!;
          const rows = forEach === undefined ? "null" : w.keys(forEach);
          return record({ pay: w.payment(name), each: w.text(each), rows });
        }),
      ),
      most: w.later(limit.most),
      span: w.text(limit.span),
      way: w.text(limit.way),
    }),
  );
  return `const LIMITS = ${list(written)};`;
}
