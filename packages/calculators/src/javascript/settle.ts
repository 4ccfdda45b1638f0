import { type ContractModel, Rational } from "@concordat/model";
import { CALENDAR } from "./calendar.js";
import { CONTRACT_LIMITS, writeLimits } from "./contract-limit.js";
import type { Helper } from "./helper.js";
import { INPUTS } from "./inputs.js";
import { list } from "./layout.js";
import { dataLiteral, literal } from "./names.js";
import { writeOnAccount } from "./on-account.js";
import { PAYMENT } from "./payment.js";
import { fraction, type Writer } from "./writer.js";

export const SETTLE: Helper = {
  name: "settle",
  needs: [INPUTS, CALENDAR, PAYMENT, CONTRACT_LIMITS],
  text: `\
/**
 * Works out every payment, for each of its periods and each of its participants.
 *
 * inputs: [{ name, of: { participant set: key }, from, to, value }], as many as there are; \`from\` is the first day of the
 * whole period and \`to\` the day after its last, as 2026-04-01; \`value\` is text like "12.5" or "1/3", or null where it is
 * not reported. options.period: settle only what lies inside this period, such as "2026/27 Q1".
 */
export function settle(inputs, options = {}) {
  const run = { inputs: indexOf(inputs), memory: new Map(), waits: new Set() };
  const span = options.period === undefined ? { from: TERM.from, to: knownTo(inputs) } : periodNamed(options.period);
  const periods = new Map();
  const totals = new Map();
  for (const { pay, each, rows, onAccount } of PAYMENTS) {
    const enter = (period, work) => {
      if (period.from < span.from || period.to > span.to) return;
      if (!periods.has(period)) periods.set(period, []);
      for (const row of rows ?? [undefined]) {
        const of = row === undefined ? {} : { [pay.axes[0]]: row };
        const part = partOf({ of }, period);
        if (part) periods.get(period).push(entry(pay, row, work({ run, period: part, of }), totals));
      }
    };
    if (onAccount) {
      for (const whole of PERIODS[each]) {
        for (const period of within(onAccount.each, whole)) enter(period, (at) => onAccount.paidIn(at, whole));
      }
    }
    for (const period of PERIODS[each]) {
      enter(period, (at) => {
        const outcome = limitedTo(LIMITS.length, pay, at);
        return onAccount ? onAccount.settle(at, outcome) : outcome;
      });
    }
  }
  const days = ({ from, to }) => day(to) - day(from);
  const inTime = ([a], [b]) => (a.to < b.to ? -1 : a.to > b.to ? 1 : days(a) - days(b));
  return {
    periods: [...periods].sort(inTime).map(([period, payments]) => ({
      period: period.label,
      from: period.from,
      to: dayBefore(period.to),
      payments,
    })),
    totals: PARTIES.filter((party) => totals.has(party)).map((party) => {
      const { receives, pays } = totals.get(party);
      return { party, receives: money(receives), pays: money(pays) };
    }),
  };
}

// The day up to which anything is known. What is given once for the whole term says nothing of it.
function knownTo(inputs) {
  if (!NEEDS_DATA) return TERM.to;
  return inputs
    .filter(({ name, value }) => value !== null && !INPUTS.get(name)?.once)
    .reduce((last, { to }) => (to > last ? to : last), TERM.from);
}

function entry(pay, row, { status, lacks, branch, amount, flows }, totals) {
  const side = (end) => {
    const sums = new Map();
    for (const flow of flows) sums.set(flow[end], (sums.get(flow[end]) ?? 0n) + flow.amount);
    return [...sums].map(([party, amount]) => ({ party, amount }));
  };
  const [receives, pays] = [side("to"), side("from")];
  for (const { party, amount } of receives) totalOf(totals, party).receives += amount;
  for (const { party, amount } of pays) totalOf(totals, party).pays += amount;
  const written = (parts) => parts.map((part) => ({ ...part, amount: money(part.amount) }));
  return {
    payment: pay.name,
    ...(row === undefined ? {} : { for: row }),
    amount: amount === null ? null : money(amount),
    status,
    branch,
    missing: inputsOf(lacks ?? []),
    receives: written(receives),
    pays: written(pays),
    flows: written(flows),
  };
}
function totalOf(totals, party) {
  if (!totals.has(party)) totals.set(party, { receives: 0n, pays: 0n });
  return totals.get(party);
}

// Whole pence as text: "1234.56".
function money(units) {
  const negative = units < 0n;
  const scale = 10n ** BigInt(DECIMALS);
  const scaled = (2n * (negative ? -units : units) * PENNY.n * scale + PENNY.d) / (2n * PENNY.d);
  const digits = String(scaled).padStart(DECIMALS + 1, "0");
  return (negative && scaled !== 0n ? "-" : "") + digits.slice(0, -DECIMALS) + "." + digits.slice(-DECIMALS);
}`,
};

/** The contract's money: what a penny is, how halves round, and how many decimals are printed. */
export function writeMoney({ rounding }: ContractModel): string {
  const decimals = Math.max(2, rounding.unit.split(".")[1]?.length ?? 0);
  return [
    `const PENNY = ${fraction(Rational.parse(rounding.unit))};`,
    `const TIES = ${literal(rounding.ties)};`,
    `const DECIMALS = ${decimals};`,
  ].join("\n");
}

/** What `SETTLE` goes through: the payments with their rows, and the parties in their order. */
export function writeSettlement(contract: ContractModel, w: Writer): string {
  const { figures, tallies, metrics, parties, participants } = contract;
  const needsData = tallies.length + metrics.length > 0 || figures.some(({ timing }) => timing !== "once");
  const payments = contract.payments.map((payment) => {
    const { name, each, forEach } = payment;
    const rows = forEach === undefined ? "null" : w.keys(forEach);
    const onAccount = writeOnAccount(payment, w);
    const instalments = onAccount === undefined ? "" : `, onAccount: ${onAccount}`;
    return `{ pay: ${w.payment(name)}, each: ${literal(each)}, rows: ${rows}${instalments} }`;
  });
  const listed = [
    ...parties.map(({ name }) => name),
    ...participants.filter(({ role }) => role !== undefined).flatMap(({ rows }) => rows.map(({ key }) => key)),
  ];
  return [
    `const PAYMENTS = ${list(payments)};`,
    writeLimits(contract, w),
    `const PARTIES = ${dataLiteral(listed)};`,
    `const NEEDS_DATA = ${needsData};`,
  ].join("\n");
}
