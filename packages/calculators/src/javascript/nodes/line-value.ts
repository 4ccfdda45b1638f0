import type { Branch, NodeOf } from "@concordat/model";
import { CALENDAR } from "../calendar.js";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { list, record } from "../layout.js";
import { NotQuick } from "../quick/arithmetic.js";
import { ADD, MISSING, ONCE, SUBTRACT } from "../runtime.js";
import type { Writer } from "../writer.js";

const IN_FORCE: Helper = {
  name: "lineInForce",
  needs: [MISSING],
  text: `\
// Whether a line took part: its side has a difference, and every gate above it is passed. Or what is lacking to tell.
function lineInForce({ compares, gates }, at) {
  if (compares) {
    const gap = compares(at);
    if (isMissing(gap)) return gap;
    if (!(gap instanceof Fraction && gap.n > 0n)) return false;
  }
  for (const gate of gates) {
    const passed = gate(at);
    if (passed !== true) return isMissing(passed) ? passed : false;
  }
  return true;
}`,
};

/** What one of these lines came to, the one that took part; shared with caps over a longer span. */
export const LINE_IN: Helper = {
  name: "lineIn",
  needs: [MISSING, SUBTRACT, ONCE, IN_FORCE],
  text: `\
// What a line of a payment came to, if it took part: what it takes off, or the amount after it.
function lineIn(at, name, lines) {
  for (const line of lines) {
    const force = traced(at.run, () => lineInForce(line, at)).value;
    if (isMissing(force)) return force;
    if (!force) continue;
    const { value, waits } = traced(at.run, () => {
      const after = line.value(at);
      return !line.from || isMissing(after) ? after : subtract(line.from(at), after);
    });
    if (waits.size === 0) return value;
    const names = [...new Set([...waits].map(({ input }) => input))].join(", ");
    return missing(name, "for " + at.period.label + " it waits for " + names, "defer");
  }
  return ZERO;
}`,
};

const LINE_VALUE: Helper = {
  name: "lineValue",
  needs: [CALENDAR, MISSING, ADD, LINE_IN],
  text: `\
// A named line of a payment as a value, over the reader's period.
function lineValue(at, name, each, lines) {
  const { party, ...of } = at.of;
  const values = within(each, at.period).map((period) => lineIn({ ...at, period, of }, name, lines));
  return lacking(values) ?? sum(values);
}`,
};

/** What decides whether the line at `index` of a branch took part. */
export function forceOf(branch: Branch, index: number, w: Writer): Record<string, string | undefined> {
  const compares = branch.when === "always" ? undefined : branch.compares;
  const gates = branch.lines.slice(0, index).flatMap(({ node }) => {
    const gate = w.node(node);
    return gate.kind === "only-when" ? [w.later(gate.when)] : [];
  });
  return { compares: compares === undefined ? undefined : w.later(compares), gates: list(gates) };
}

export const lineValue: Emitter<NodeOf<"line-value">> = {
  helpers: [IN_FORCE, LINE_IN, LINE_VALUE],
  emit(node, w) {
    const payment = w.contract.payments.find(({ name }) => name === node.payment);
    const lines = (payment?.branches ?? []).flatMap((branch) => {
      const index = branch.lines.findIndex(({ label }) => label === node.line);
      if (index < 0) return [];
      const line = w.node(branch.lines[index]!.node);
      const from = line.kind === "less" ? w.later(line.from) : undefined;
      return [record({ ...forceOf(branch, index, w), from, value: w.later(line.id) })];
    });
    return w.call(LINE_VALUE, "at", w.text(node.payment), w.text(node.each), list(lines));
  },
  quick: (node) => {
    throw new NotQuick(`${node.id} reads a line of a payment`);
  },
};
