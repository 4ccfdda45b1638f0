import { type NodeOf, Rational } from "@concordat/model";
import { CALENDAR } from "../calendar.js";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { INPUTS } from "../inputs.js";
import { ADD, COMPARE, MISSING } from "../runtime.js";

const METRIC: Helper = {
  name: "metric",
  needs: [INPUTS, CALENDAR, MISSING, COMPARE, ADD],
  text: `\
// What a metric's formula makes of its parts over the period in hand, unless its value is given directly. Too few records,
// and it is not reported.
function metric(at, name, formula, adds, counted, least) {
  const direct = find(name, at);
  if (direct) return (direct.value ?? null) === null ? missing(name, direct.why ?? "not reported") : exact(direct.value);
  // A count or a sum over several periods is the sum of theirs, however each is known.
  if (adds && at.period.stretch) {
    const one = (period) => metric({ ...at, period }, name, formula, adds, counted, least);
    const parts = within(at.period.kind, at.period).map(one);
    return lacking(parts) ?? sum(parts);
  }
  const records = counted?.(at);
  if (records instanceof Fraction && compare(records, least) < 0) {
    return missing(name, "it is made of " + records.n + "/" + records.d + " records, and more are needed");
  }
  const value = formula(at);
  if (!isMissing(value)) return value;
  return new Missing(value.lacks.map((lack) => ({ ...lack, input: name, why: lack.input + ": " + lack.why })));
}`,
};

export const metric: Emitter<NodeOf<"metric">> = {
  helpers: [METRIC],
  emit: (node, w) =>
    w.call(
      METRIC,
      "at",
      w.text(node.metric),
      w.later(node.of),
      `${w.node(node.of).kind === "given"}`,
      ...(node.needs ? [w.later(node.needs.tally), w.constant(node.needs.atLeast)] : []),
    ),
  quick(node, q) {
    const given = q.given(node.metric, node.axes);
    q.code.line(`if (${given} === null) return undefined;`);
    return q.choose(
      { code: `${given} !== undefined` },
      () => q.pair(given),
      () => {
        if (node.needs)
          q.leaveIf(q.compare(q.number(node.needs.tally), "below", q.constant(Rational.parse(node.needs.atLeast))));
        return q.number(node.of);
      },
    );
  },
};
