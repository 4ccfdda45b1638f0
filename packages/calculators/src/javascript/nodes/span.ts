import type { ContractNode, NodeOf } from "@concordat/model";
import { CALENDAR } from "../calendar.js";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { INPUTS } from "../inputs.js";
import { NotQuick } from "../quick/arithmetic.js";
import { ADD, DIVIDE, MISSING } from "../runtime.js";
import type { Writer } from "../writer.js";

const SPAN: Helper = {
  name: "span",
  needs: [CALENDAR, MISSING, ADD, DIVIDE],
  text: `\
// Shorter periods read over a longer one.
function span(at, each, how, of) {
  const periods = within(each, at.period);
  const values = (how === "latest" ? periods.slice(-1) : periods).map((period) => of({ ...at, period }));
  const lack = lacking(values);
  if (lack) return lack;
  return how === "average" ? divide(sum(values), frac(BigInt(values.length), 1n)) : sum(values);
}`,
};

const SPAN_OF_INPUT: Helper = {
  name: "spanOfInput",
  needs: [SPAN, INPUTS],
  text: `\
// The same of an input, which may be given for the whole of the longer period at once.
const spanOfInput = (at, name, each, how, of) => (find(name, at) ? of(at) : span(at, each, how, of));`,
};

export const span: Emitter<NodeOf<"span">> = {
  helpers: [SPAN, SPAN_OF_INPUT],
  emit(node, w) {
    const inner = innerOf(node, w);
    const read = [w.text(node.each), w.text(node.how), w.later(node.of)];
    return inner.kind === "given"
      ? w.call(SPAN_OF_INPUT, "at", w.text(inner.input), ...read)
      : w.call(SPAN, "at", ...read);
  },
  quick(node, q) {
    // The value of the whole period is given at once, or the span is of one period only.
    if (innerOf(node, q.w).kind !== "given" && node.each !== q.kind) throw new NotQuick(`${node.id} spans periods`);
    return q.number(node.of);
  },
};

/** What is read over the periods, behind what stands for it where it is missing. */
function innerOf(node: NodeOf<"span">, w: Writer): ContractNode {
  const read = w.node(node.of);
  return read.kind === "present" ? w.node(read.of) : read;
}
