import type { NodeOf } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { NotQuick } from "../quick/arithmetic.js";
import { ADD, COMPARE, MISSING, MULTIPLY } from "../runtime.js";
import { IN_FORCE, OVER_DAYS } from "./dated.js";

const INDEXED: Helper = {
  name: "indexed",
  needs: [MISSING, ADD, MULTIPLY, COMPARE, IN_FORCE, OVER_DAYS],
  text: `\
// A value that rises on its days by the rate that is reported for the period of each, at most by the cap.
function indexed(at, start, rate, each, on, flow, cap) {
  const { period } = at;
  const days = on.filter((date) => (flow === null ? date <= period.from : date < period.to));
  const rates = days.map((date) => {
    const own = PERIODS[each].find(({ from, to, fullFrom }) => fullFrom <= date && date < to);
    return rate({ ...at, period: own });
  });
  const lack = lacking(rates);
  if (lack) return lack;
  const rows = [[null, start]];
  days.forEach((date, index) => {
    const counted = cap && compare(rates[index], cap) > 0 ? cap : rates[index];
    rows.push([date, multiply(rows[index][1], add(ONE, counted))]);
  });
  return flow === null ? inForce(rows, at) : overDays(rows, at, flow);
}`,
};

export const indexed: Emitter<NodeOf<"indexed">> = {
  helpers: [INDEXED],
  emit(node, w) {
    const on = w.table(
      `days ${node.id}`,
      `${node.name ?? "indexed"} days`,
      () => `[${node.on.map((day) => w.text(day)).join(", ")}]`,
    );
    const flow = node.flow === null ? "null" : w.text(node.flow);
    const cap = node.cap === undefined ? [] : [w.constant(node.cap)];
    return w.call(INDEXED, "at", w.constant(node.start), w.later(node.rate), w.text(node.each), on, flow, ...cap);
  },
  quick: (node) => {
    throw new NotQuick(`${node.id} reads the rates of other periods`);
  },
};
