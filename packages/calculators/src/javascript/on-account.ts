import type { Payment } from "@concordat/model";
import { CALENDAR } from "./calendar.js";
import { DIVISION } from "./division.js";
import type { Helper } from "./helper.js";
import { MISSING, MULTIPLY, ONCE, WHOLE_UNITS } from "./runtime.js";
import type { Writer } from "./writer.js";

export const ON_ACCOUNT: Helper = {
  name: "onAccount",
  needs: [MISSING, ONCE, MULTIPLY, WHOLE_UNITS, CALENDAR, DIVISION],
  text: `\
// What is paid before a payment is worked out: an instalment in each of some shorter periods, and at the settlement only
// the difference, payer by payee.
const onAccount = (pay, each, branch, instalment, whole) => {
  const way = pay.branches[branch];
  const paidIn = (at, settled) => {
    const exact = traced(at.run, () => instalment(whole ? { ...at, period: uncut(settled) } : at)).value;
    const stopped = (lacks) => ({ status: "undetermined", lacks, branch: way.when, amount: null, flows: [] });
    if (isMissing(exact)) return stopped(exact.lacks);
    if (!(exact instanceof Fraction) || exact.n < 0n) return stopped([]);
    const units = wholeUnits(whole ? multiply(exact, daysPart(at.period)) : exact, PENNY, TIES);
    const flows = divideAmount(units, { ...way, limits: [] }, { ...at, period: settled });
    if (isMissing(flows)) return stopped(flows.lacks);
    return { status: "determined", lacks: null, branch: way.when, amount: units, flows };
  };
  const settle = (at, outcome) => {
    if (outcome.amount === null) return outcome;
    const paid = within(each, at.period).map((period) => paidIn({ ...at, period }, at.period));
    const unknown = paid.filter(({ amount }) => amount === null);
    if (unknown.length > 0) {
      const lacks = unknown.flatMap(({ lacks }) => lacks);
      return { ...outcome, status: "undetermined", lacks, amount: null, flows: [] };
    }
    const before = paid.flatMap(({ flows }) => flows);
    const named = pay.branches.find(({ when }) => when === outcome.branch)?.named;
    const earned = (named === way.named) === outcome.exact.n >= 0n ? outcome.amount : -outcome.amount;
    const due = earned - total(before);
    return { ...outcome, amount: due < 0n ? -due : due, flows: netted(outcome.flows, before) };
  };
  return { each, paidIn, settle };
};

// What is left to move between each two parties.
function netted(due, moved) {
  const pairs = [];
  const add = ({ from, to, amount }, sign) => {
    const there = pairs.find((pair) => pair.from === from && pair.to === to);
    const back = there ?? pairs.find((pair) => pair.from === to && pair.to === from);
    if (there) there.amount += sign * amount;
    else if (back) back.amount -= sign * amount;
    else pairs.push({ from, to, amount: sign * amount });
  };
  for (const flow of due) add(flow, 1n);
  for (const flow of moved) add(flow, -1n);
  return pairs
    .filter(({ amount }) => amount !== 0n)
    .map(({ from, to, amount }) => (amount < 0n ? { from: to, to: from, amount: -amount } : { from, to, amount }));
}

// The whole period of its kind, where the term begins or ends inside it.
const uncuts = new Map();
function uncut(period) {
  if (period.from === period.fullFrom && period.to === period.fullTo) return period;
  if (!uncuts.has(period)) {
    const { fullFrom: from, fullTo: to, index } = period;
    uncuts.set(period, { ...period, from, to, index: "whole " + index });
  }
  return uncuts.get(period);
}
const daysPart = ({ from, to, fullFrom, fullTo }) => frac(BigInt(day(to) - day(from)), BigInt(day(fullTo) - day(fullFrom)));`,
};

/** `onAccount(payOutcomes, "month", …)`, or nothing where the payment has no instalments. */
export function writeOnAccount({ name, onAccount }: Payment, w: Writer): string | undefined {
  if (onAccount === undefined) return undefined;
  const { each, branch, value, over } = onAccount;
  const instalment = w.later(value);
  return w.call(ON_ACCOUNT, w.payment(name), w.text(each), `${branch}`, instalment, `${over === "whole"}`);
}
