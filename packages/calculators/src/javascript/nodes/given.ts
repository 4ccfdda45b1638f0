import type { ContractModel, NodeOf } from "@concordat/model";
import { CALENDAR } from "../calendar.js";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { INPUTS } from "../inputs.js";
import { NotQuick } from "../quick/arithmetic.js";
import { ADD } from "../runtime.js";

const GIVEN: Helper = {
  name: "given",
  needs: [INPUTS, CALENDAR, ADD],
  text: `\
// What outcome data gives: a number, a date, or 1 for yes and 0 for no. Over several periods read as one, flows add.
function given(at, name, axes, adds, read = exact) {
  const found = find(name, at);
  if (!found && adds && at.period.stretch) {
    const parts = within(at.period.kind, at.period).map((period) => given({ ...at, period }, name, axes, adds, read));
    return lacking(parts) ?? sum(parts);
  }
  if ((found?.value ?? null) !== null) return read(found.value);
  const whose = axes.map((axis) => at.of[axis]).filter((key) => key !== undefined).join(", ");
  return missing(name, found?.why ?? "no value for " + at.period.label + (whose === "" ? "" : " (" + whose + ")"));
}`,
};

export const given: Emitter<NodeOf<"given">> = {
  helpers: [GIVEN],
  emit(node, w) {
    const axes = `[${node.axes.map((axis) => w.text(axis)).join(", ")}]`;
    const read = READ[node.unit.kind];
    return w.call(GIVEN, "at", w.text(node.input), axes, `${adds(node, w.contract)}`, ...(read ? [read] : []));
  },
  quick(node, q) {
    if (node.unit.kind !== "quantity") throw new NotQuick(`${node.input} is no number`);
    return q.input(node.input, node.axes);
  },
};

const READ: Partial<Record<NodeOf<"given">["unit"]["kind"], string>> = {
  date: "String",
  truth: "(text) => exact(text).n !== 0n",
};

/** Over several periods that are read as one, flows, counts and sums add. */
const adds = ({ input, of }: NodeOf<"given">, { figures, tallies }: ContractModel): boolean =>
  of === "figure"
    ? figures.some(({ name, timing }) => name === input && timing === "during")
    : tallies.some(({ name, aggregate }) => name === input && (aggregate === "count" || aggregate === "sum"));
