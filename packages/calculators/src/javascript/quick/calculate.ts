import type { ContractModel, Payment, PeriodKind } from "@concordat/model";
import type { Helper } from "../helper.js";
import { list, record } from "../layout.js";
import { literal } from "../names.js";
import { SETTLE } from "../settle.js";
import type { Writer } from "../writer.js";
import { type Arithmetic, bigints, NotQuick, numbers } from "./arithmetic.js";
import { quickPayment } from "./quick-payment.js";
import { QuickWriter } from "./quick-writer.js";

export const CALCULATE: Helper = {
  name: "calculate",
  needs: [SETTLE],
  text: `\
/**
 * Works out the payments of one period from numbers that are read already, fast: whole pence as bigints.
 *
 * inputs: an object by name. A number is a pair of bigints, [125n, 10n] for 12.5; null is known to be missing. Where an
 * input has one number for each of a participant set, an object of them by key. Each is of the whole period.
 * period: its label, such as "2026/27"; by default the first in which the contract is settled.
 */
export function calculate(inputs, period = FIRST_PERIOD) {
  let at = labelled.get(period);
  if (at === undefined) labelled.set(period, (at = periodNamed(period)));
  const together = QUICK[at.kind];
  const settled = together && quickly(together, inputs, at.index);
  if (settled !== undefined && together.all) return settled;
  let run;
  const slowly = (pay, row) => {
    run ??= { inputs: indexOf(wholePeriod(inputs, at)), memory: new Map(), waits: new Set() };
    return amounts(pay, row, limitedTo(LIMITS.length, pay, { run, period: at, of: row === undefined ? {} : { [pay.axes[0]]: row } }));
  };
  return PAYMENTS.filter(({ each }) => each === at.kind).flatMap(({ pay, rows }) => {
    if (rows === null) return [settled?.find(({ payment }) => payment === pay.name) ?? slowly(pay)];
    const alone = QUICK_ROWS[pay.name];
    const takingPart = rows.filter((row) => partOf({ of: { [pay.axes[0]]: row } }, at));
    return takingPart.map((row) => (alone && quickly(alone, inputs, at.index, row)) ?? slowly(pay, row));
  });
}
const labelled = new Map();
const quickly = ({ numbers, bigints }, inputs, period, row) =>
  numbers?.(inputs, period, row) ?? bigints?.(inputs, period, row);

// The same values as \`settle\` takes them.
function wholePeriod(inputs, { fullFrom: from, fullTo: to }) {
  const values = [];
  const add = (name, value, axes, of) => {
    if (value === undefined) return;
    if (axes.length === 0 || value === null) {
      values.push({ name, of, from, to, value: value === null ? null : value[0] + "/" + value[1] });
    } else {
      const [axis, ...rest] = axes;
      for (const [key, inner] of Object.entries(value)) add(name, inner, rest, { ...of, [axis]: key });
    }
  };
  for (const [name, { axes }] of INPUTS) if (Object.hasOwn(inputs, name)) add(name, inputs[name], axes, {});
  return values;
}

function amounts(pay, row, { status, branch, amount, flows }) {
  const side = (end) => {
    const sums = new Map();
    for (const flow of flows) sums.set(flow[end], (sums.get(flow[end]) ?? 0n) + flow.amount);
    return [...sums].map(([party, amount]) => ({ party, amount }));
  };
  const who = row === undefined ? {} : { for: row };
  return { payment: pay.name, ...who, amount, status, branch, receives: side("to"), pays: side("from") };
}`,
};

interface Written {
  readonly functions: readonly string[];
  /** The tables that `CALCULATE` reads. */
  readonly tables: string;
}

/** The straight code of a contract: for each kind of period one function for the payments that have no rows, and one for each payment that has. */
export function writeCalculation(contract: ContractModel, w: Writer): Written {
  const kinds = [...new Set(contract.payments.map(({ each }) => each))];
  const functions: string[] = [];
  const write = (payments: readonly Payment[], kind: PeriodKind, name: string): Record<string, string> => {
    const written = [numbers, bigints].flatMap((arithmetic) => {
      const text = writeFunction(payments, kind, arithmetic, w);
      return text === undefined ? [] : [{ kind: arithmetic.kind, text }];
    });
    return Object.fromEntries(
      written.map(({ kind: tier, text }) => {
        const own = w.identifier(`${name} in ${tier}`);
        functions.push(`function ${own}${text}`);
        return [tier, own];
      }),
    );
  };
  const together = kinds.flatMap((kind) => {
    const all = contract.payments.filter((payment) => payment.each === kind);
    const plain = all
      .filter(({ forEach }) => forEach === undefined)
      .filter((payment) => writeFunction([payment], kind, bigints, w));
    if (plain.length === 0) return [];
    return [
      `${literal(kind)}: ${record({ all: `${plain.length === all.length}`, ...write(plain, kind, `each ${kind}`) })}`,
    ];
  });
  const rows = contract.payments
    .filter(({ forEach }) => forEach !== undefined)
    .map((payment) => `${literal(payment.name)}: ${record(write([payment], payment.each, `${payment.name} of row`))}`);
  const tables = [
    `const QUICK = ${braces(together)};`,
    `const QUICK_ROWS = ${braces(rows)};`,
    `const FIRST_PERIOD = PERIODS[${literal(contract.settled)}][0].label;`,
  ];
  return { functions, tables: tables.join("\n") };
}

const braces = (entries: readonly string[]): string => `{${list(entries).slice(1, -1)}}`;

/** The parameters and the body of a function; undefined where straight code cannot say it. */
function writeFunction(
  payments: readonly Payment[],
  kind: PeriodKind,
  arithmetic: Arithmetic,
  w: Writer,
): string | undefined {
  const q = new QuickWriter(w, kind, arithmetic);
  const [first] = payments;
  if ((w.contract.limits ?? []).length > 0) return undefined;
  // Who may join or leave has part periods of its own.
  if (w.contract.participants.some(({ joining, leaving }) => (joining ?? leaving) !== undefined)) return undefined;
  if (first?.forEach !== undefined) q.row = { axis: first.forEach, key: "row" };
  try {
    const results = payments.map((payment) => {
      const target = q.code.fresh("paid");
      q.code.line(`let ${target};`);
      quickPayment(payment, target, q);
      return target;
    });
    const result = q.row ? results[0] : `[${results.join(", ")}]`;
    const lines = [...q.code.lines, `return ${result};`].map((line) => `  ${line}\n`);
    return `(inputs, period${q.row ? ", row" : ""}) {\n${lines.join("")}}`;
  } catch (error) {
    if (error instanceof NotQuick) return undefined;
    throw error;
  }
}
