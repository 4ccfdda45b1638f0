import { currencyOf, type NodeOf } from "@concordat/model";
import { CALENDAR } from "../calendar.js";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { record } from "../layout.js";
import { NotQuick } from "../quick/arithmetic.js";
import { ADD, SUBTRACT } from "../runtime.js";
import type { Writer } from "../writer.js";
import { LIMITED, limitOf, quickLimited, WHOLE_PENCE } from "./limited.js";
import { forceOf, LINE_IN } from "./line-value.js";

const AT_MOST: Helper = {
  name: "atMost",
  needs: [LIMITED],
  text: "const atMost = (amount, limit) => limited(1, amount, limit);",
};

const AT_MOST_OVER: Helper = {
  name: "atMostOver",
  needs: [LIMITED, WHOLE_PENCE, CALENDAR, ADD, SUBTRACT, LINE_IN],
  text: `\
// A cap over a longer span: the limit of the span, less what the line let through in its earlier periods, each in pence.
function atMostOver(at, amount, limit, span, name, lines) {
  const spanned = PERIODS[span].find(({ from, to }) => from <= at.period.from && at.period.from < to);
  const whole = partOf(at, spanned) ?? spanned;
  const most = limit({ ...at, period: whole });
  const before = within(at.period.kind, whole)
    .filter(({ to }) => to <= at.period.from)
    .map((period) => lineIn({ ...at, period }, name, lines));
  const lack = lacking([amount, most, ...before]);
  if (lack) return lack;
  if (most === null) return amount;
  const left = subtract(wholePence(most), sum(before.map((value) => roundTo(value, PENNY, TIES))));
  return limited(1, amount, left.n < 0n ? ZERO : left);
}`,
};

export const atMost: Emitter<NodeOf<"at-most">> = {
  helpers: [LIMITED, WHOLE_PENCE, AT_MOST, AT_MOST_OVER],
  emit: (node, w) =>
    node.over ? overSpan(node, node.over, w) : w.call(AT_MOST, w.value(node.of), limitOf(w.node(node.limit), w)),
  quick(node, q) {
    if (node.over) throw new NotQuick(`${node.id} counts earlier periods`);
    return quickLimited(node, q, (amount, limit) => q.lower(amount, limit));
  },
};

function overSpan(node: NodeOf<"at-most">, { span, payment }: { span: string; payment: string }, w: Writer): string {
  if (currencyOf(w.node(node.limit).unit) === undefined) throw new Error(`the limit of ${node.id} is no money`);
  const branches = w.contract.payments.find(({ name }) => name === payment)?.branches ?? [];
  const lines = branches.flatMap((branch) => {
    const index = branch.lines.findIndex((line) => line.node === node.id);
    return index < 0 ? [] : [record({ ...forceOf(branch, index, w), value: `(at) => ${w.own(node.id)}(at)` })];
  });
  return w.call(
    AT_MOST_OVER,
    "at",
    w.value(node.of),
    w.later(node.limit),
    w.text(span),
    w.text(payment),
    `[${lines.join(", ")}]`,
  );
}
