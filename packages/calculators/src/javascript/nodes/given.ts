import type { NodeOf } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { INPUTS } from "../inputs.js";

const GIVEN: Helper = {
  name: "given",
  needs: [INPUTS],
  text: `\
// A number that outcome data gives.
function given(at, name, axes) {
  const found = find(name, at);
  if ((found?.value ?? null) !== null) return exact(found.value);
  const whose = axes.map((axis) => at.of[axis]).filter((key) => key !== undefined).join(", ");
  return missing(name, found?.why ?? "no value for " + at.period.label + (whose === "" ? "" : " (" + whose + ")"));
}`,
};

export const given: Emitter<NodeOf<"given">> = {
  helpers: [GIVEN],
  emit: (node, w) => w.call(GIVEN, "at", w.text(node.input), `[${node.axes.map((axis) => w.text(axis)).join(", ")}]`),
  quick: (node, q) => q.input(node.input, node.axes),
};
