import type { NodeOf } from "@concordat/model";
import { CALENDAR } from "../calendar.js";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { NotQuick } from "../quick/arithmetic.js";
import { ADD, MISSING, ONCE, SUBTRACT, WHOLE_UNITS } from "../runtime.js";

const CUMULATIVE: Helper = {
  name: "cumulative",
  needs: [CALENDAR, MISSING, ONCE, ADD, SUBTRACT, WHOLE_UNITS],
  text: `\
// What is due on everything since the start, less what was computed for earlier periods, each in pence.
function cumulative(at, name, of, own, mayBeRecovered, compares) {
  const whole = { ...at, period: stretchTo(at.period, TERM.from) };
  const gap = compares?.(whole);
  const none = gap !== undefined && !(gap instanceof Fraction && gap.n > 0n);
  const due = none ? gap : of(whole);
  const before = PERIODS[at.period.kind].filter(({ to }) => to <= at.period.from).map((period) => {
    const { value, waits } = traced(at.run, () => own({ ...at, period }));
    if (waits.size === 0) return value;
    const names = [...new Set([...waits].map(({ input }) => input))].join(", ");
    return missing(name, "for " + period.label + " it waits for " + names, "defer");
  });
  const lack = lacking([due, ...before]);
  if (lack) return lack;
  const rest = subtract(due, sum(before.map((value) => roundTo(value, PENNY, TIES))));
  return rest.n < 0n && !mayBeRecovered ? ZERO : rest;
}`,
};

export const cumulative: Emitter<NodeOf<"cumulative">> = {
  helpers: [CUMULATIVE],
  emit: (node, w) =>
    w.call(
      CUMULATIVE,
      "at",
      w.text(node.payment),
      w.later(node.of),
      `(at) => ${w.own(node.id)}(at)`,
      `${node.mayBeRecovered}`,
      ...(node.compares === undefined ? [] : [w.later(node.compares)]),
    ),
  quick: (node) => {
    throw new NotQuick(`${node.id} counts earlier periods`);
  },
};
