import type { NodeOf } from "@concordat/model";
import { CALENDAR } from "../calendar.js";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { list } from "../layout.js";
import { NotQuick } from "../quick/arithmetic.js";
import { ADD, DIVIDE, MISSING, MULTIPLY } from "../runtime.js";

export const IN_FORCE: Helper = {
  name: "inForce",
  text: `\
// The value in force on the first day of the period.
const inForce = (rows, { period }) => rows.findLast(([from]) => from === null || from <= period.from)?.[1] ?? rows[0][1];`,
};

const AS_AT: Helper = {
  name: "inForceOn",
  needs: [MISSING],
  text: `\
// The value in force on a day that the data or the terms say.
function inForceOn(rows, date) {
  if (typeof date !== "string") return lacking([date]) ?? null;
  return rows.findLast(([from]) => from === null || from <= date)?.[1] ?? rows[0][1];
}`,
};

export const OVER_DAYS: Helper = {
  name: "overDays",
  needs: [CALENDAR, ADD, MULTIPLY, DIVIDE],
  text: `\
// A flow over the period: each value weighted by its days, out of the days of the whole period.
function overDays(rows, { period }, flow) {
  if (period.stretch) return sum(within(flow, period).map((part) => overDays(rows, { period: part }, flow)));
  const parts = rows.map(([start, value], index) => {
    const from = start !== null && start > period.from ? start : period.from;
    const end = rows[index + 1]?.[0];
    const to = end !== undefined && end < period.to ? end : period.to;
    return from < to ? multiply(value, frac(BigInt(day(to) - day(from)), 1n)) : ZERO;
  });
  return divide(sum(parts), frac(BigInt(day(period.fullTo) - day(period.fullFrom)), 1n));
}`,
};

export const dated: Emitter<NodeOf<"dated">> = {
  helpers: [IN_FORCE, AS_AT, OVER_DAYS],
  emit(node, w) {
    const rows = w.table(`dated ${node.id}`, `${node.name ?? "dated"} rows`, () =>
      list(node.rows.map(({ from, value }) => `[${from === null ? "null" : w.text(from)}, ${w.constant(value)}]`)),
    );
    if (node.at !== undefined) return w.call(AS_AT, rows, w.value(node.at));
    return node.flow === null ? w.call(IN_FORCE, rows, "at") : w.call(OVER_DAYS, rows, "at", w.text(node.flow));
  },
  quick: (node) => {
    throw new NotQuick(`${node.id} is not the same for all data`);
  },
};
