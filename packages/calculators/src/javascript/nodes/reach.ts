import type { NodeOf } from "@concordat/model";
import { CALENDAR } from "../calendar.js";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { NotQuick } from "../quick/arithmetic.js";
import { ADD, DIVIDE, MISSING } from "../runtime.js";

const REACH: Helper = {
  name: "reach",
  needs: [CALENDAR, MISSING, ADD, DIVIDE],
  text: `\
// A value of other periods than the one in hand; where the term does not go back so far, what stands at first.
function reach(at, name, how, of, count, first, back) {
  const periods = reached(how, at, count, back);
  if (!periods) return first ? first(at) : missing(name, "the term has no period so long before " + at.period.label);
  const values = periods.map((period) => of({ ...at, period }));
  const lack = lacking(values);
  if (lack) return lack;
  if (values.length === 1) return values[0];
  return how === "average-of-the-last" ? divide(sum(values), frac(BigInt(count), 1n)) : sum(values);
}
function reached(how, at, count, back) {
  const { period } = at;
  const earlier = (at) => {
    if (back === undefined || previous(at.period)) return periodBefore(at);
    const before = EARLIER[at.period.kind].findLast(({ fullFrom, fullTo }) => fullTo <= at.period.fullFrom && fullFrom >= back);
    return before && partOf(at, before);
  };
  if (how === "previous") return earlier(at) && [earlier(at)];
  if (how !== "average-of-the-last") {
    const start = how.endsWith("since-the-start") ? TERM.from : PERIODS.year.findLast(({ from }) => from <= period.from).from;
    const stretch = stretchTo(period, start);
    if (how.startsWith("again")) return [partOf(at, stretch) ?? stretch];
    const begin = how === "since-the-start" ? back : PERIODS.year.findLast(({ from }) => from <= period.from).fullFrom;
    const before = back === undefined ? [] : EARLIER[period.kind].filter(({ fullFrom }) => fullFrom >= begin && fullFrom >= back);
    return [...before, ...within(period.kind, stretch)].flatMap((one) => partOf(at, one) ?? []);
  }
  const last = [period];
  while (last.length < count) {
    const before = earlier({ ...at, period: last[0] });
    if (!before) return undefined;
    last.unshift(before);
  }
  return last;
}`,
};

export const reach: Emitter<NodeOf<"reach">> = {
  helpers: [REACH],
  emit(node, w) {
    const name = node.name ?? w.node(node.of).name ?? "this";
    const how = node.recompute ? `again-${node.how}` : node.how;
    const first = node.first === undefined ? [] : [w.later(node.first)];
    if (node.back !== undefined) first.push(...(first.length === 0 ? ["undefined"] : []), w.text(node.back));
    return w.call(REACH, "at", w.text(name), w.text(how), w.later(node.of), `${node.count ?? 1}`, ...first);
  },
  quick: (node) => {
    throw new NotQuick(`${node.id} reaches other periods`);
  },
};
