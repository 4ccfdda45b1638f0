import type { NodeOf } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { INPUTS } from "../inputs.js";
import { NotQuick } from "../quick/arithmetic.js";

const GIVEN: Helper = {
  name: "given",
  needs: [INPUTS],
  text: `\
// What outcome data gives: a number, a date, or 1 for yes and 0 for no.
function given(at, name, axes, read = exact) {
  const found = find(name, at);
  if ((found?.value ?? null) !== null) return read(found.value);
  const whose = axes.map((axis) => at.of[axis]).filter((key) => key !== undefined).join(", ");
  return missing(name, found?.why ?? "no value for " + at.period.label + (whose === "" ? "" : " (" + whose + ")"));
}`,
};

export const given: Emitter<NodeOf<"given">> = {
  helpers: [GIVEN],
  emit: (node, w) =>
    w.call(
      GIVEN,
      "at",
      w.text(node.input),
      `[${node.axes.map((axis) => w.text(axis)).join(", ")}]`,
      ...(READ[node.unit.kind] ? [READ[node.unit.kind]!] : []),
    ),
  quick(node, q) {
    if (node.unit.kind !== "quantity") throw new NotQuick(`${node.input} is no number`);
    return q.input(node.input, node.axes);
  },
};

const READ: Partial<Record<NodeOf<"given">["unit"]["kind"], string>> = {
  date: "String",
  truth: "(text) => exact(text).n !== 0n",
};
