import type { Branch, Payment } from "@concordat/model";
import { CALENDAR } from "./calendar.js";
import { DIVISION, writeSharing } from "./division.js";
import type { Helper } from "./helper.js";
import { call, list, record } from "./layout.js";
import { commentText } from "./names.js";
import { ADD, MISSING, ONCE, WHOLE_UNITS } from "./runtime.js";
import type { Writer } from "./writer.js";

export const PAYMENT: Helper = {
  name: "payment",
  needs: [MISSING, ONCE, ADD, WHOLE_UNITS, CALENDAR, DIVISION],
  text: `\
// One payment: its outcome at a place, and what another rule may read of it.
function payment(name, axes, branches, pool, mayBeRecovered) {
  const outcome = once(axes, (at) => {
    const period = partOf(at, at.period);
    if (!period) return { status: "determined", lacks: null, branch: null, exact: ZERO, amount: 0n, flows: [] };
    if (period !== at.period) return outcome({ ...at, period });
    const before = CARRIES ? periodBefore(at) : undefined;
    const carried = before && traced(at.run, () => outcome({ ...at, period: before }).carried).value;
    const running = CARRIES ? new Map(carried ?? []) : undefined;
    const { value, waits } = traced(at.run, () => workOut(name, branches, mayBeRecovered, { ...at, running }));
    if (CARRIES) value.carried = value.amount === null ? carried : running;
    return value.lacks === null && waits.size > 0 ? { ...value, status: "provisional", lacks: [...waits] } : value;
  });
  const read = (at, reads, party) => {
    const { status, lacks, exact, amount, flows } = outcome(at);
    if (reads === "pool") return pool ? traced(at.run, () => pool(at)).value : missing(name, "it has no pool");
    if (status === "undetermined") return new Missing(lacks);
    if (status === "provisional") {
      return missing(name, "for " + at.period.label + " it waits for " + inputsOf(lacks).join(", "), "defer");
    }
    if (reads === "earned") return exact;
    const units = reads === "amount" ? (exact.n < 0n ? -amount : amount) : size(netOf(flows, party));
    return frac(units * PENNY.n, PENNY.d);
  };
  return { name, axes, branches, outcome, read };
}
const inputsOf = (lacks) => [...new Set(lacks.map(({ input }) => input))];
const size = (amount) => (amount < 0n ? -amount : amount);
const netOf = (flows, party) =>
  flows.reduce((net, { from, to, amount }) =>
    from === to ? net : to === party ? net + amount : from === party ? net - amount : net, 0n);

// The branch whose side has a difference, its amount rounded to the penny, and who pays it to whom.
function workOut(name, branches, mayBeRecovered, at) {
  const settled = (exact, amount, flows, branch) =>
    ({ status: "determined", lacks: null, branch, exact, amount, flows });
  const stopped = (lacks, branch) =>
    ({ status: "undetermined", lacks, branch, exact: null, amount: null, flows: [] });
  for (const branch of branches) {
    if (branch.compares) {
      const gap = branch.compares(at);
      if (isMissing(gap)) return stopped(gap.lacks, null);
      if (!(gap instanceof Fraction && gap.n > 0n)) continue;
    }
    const exact = branch.amount(at);
    if (isMissing(exact)) return stopped(exact.lacks, branch.when);
    if (!(exact instanceof Fraction)) return stopped(missing(name, "the terms have none").lacks, branch.when);
    const turned = exact.n < 0n && mayBeRecovered;
    if (exact.n < 0n && !turned) return stopped(missing(name, "an amount is never below nothing").lacks, branch.when);
    const units = size(wholeUnits(exact, PENNY, TIES));
    const divided = divideAmount(units, turned ? { ...branch, limits: [] } : branch, { ...at, back: turned });
    // What was paid before flows back.
    const back = ({ from, to, amount }) => ({ from: to, to: from, amount });
    const flows = turned && !isMissing(divided) ? divided.map(back) : divided;
    if (isMissing(flows)) return stopped(flows.lacks, branch.when);
    return settled(exact, total(flows), flows, branch.when);
  }
  return settled(ZERO, 0n, [], null);
}`,
};

/** `const payOutcomes = payment("outcomes", …)`. */
export function writePayment(payment: Payment, w: Writer): string {
  const axes = payment.forEach === undefined ? "[]" : `[${w.text(payment.forEach)}]`;
  const branches = list(payment.branches.map((branch) => writeBranch(branch, payment.cumulative === true, w)));
  const none = payment.mayBeRecovered ? ["undefined"] : [];
  const pool = payment.pool === undefined ? none : [w.later(payment.pool)];
  const back = payment.mayBeRecovered ? ["true"] : [];
  w.use(PAYMENT);
  const title = [payment.name, ...(payment.title === undefined ? [] : [payment.title])].map(commentText).join(": ");
  const made = call(PAYMENT.name, [w.text(payment.name), axes, branches, ...pool, ...back]);
  return `// ${title} (line ${payment.source.line})\nconst ${w.payment(payment.name)} = ${made};`;
}

function writeBranch(branch: Branch, cumulative: boolean, w: Writer): string {
  const compares = branch.when === "always" || cumulative ? undefined : branch.compares;
  const [first, second] =
    branch.direction === "to" ? [branch.receivers, branch.payers] : [branch.payers, branch.receivers];
  const limits = branch.limits.map(({ on, limit, excess }) =>
    record({ on: w.text(on), most: w.later(limit), excess: excess === null ? "null" : w.text(excess) }),
  );
  return record({
    when: w.text(branch.when),
    compares: compares === undefined ? undefined : w.later(compares),
    amount: w.later(branch.amount),
    named: w.text(branch.direction === "to" ? "receives" : "pays"),
    first: writeSharing(first, `${branch.when} ${branch.direction === "to" ? "receives" : "pays"}`, w),
    second: writeSharing(second, `${branch.when} ${branch.direction === "to" ? "pays" : "receives"}`, w),
    limits: list(limits),
  });
}
