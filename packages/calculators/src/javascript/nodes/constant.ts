import { type NodeOf, Rational } from "@concordat/model";
import type { Emitter } from "../emitter.js";

/** By its unit a number, a condition, a date or a name. */
export const constant: Emitter<NodeOf<"constant">> = {
  helpers: [],
  emit({ unit, value }, w) {
    if (unit.kind === "quantity") return w.constant(value);
    return unit.kind === "truth" ? `${value === "true"}` : w.text(value);
  },
  quick({ unit, value }, q) {
    if (unit.kind === "quantity") return q.constant(Rational.parse(value));
    if (unit.kind !== "truth") return { is: "text", code: q.w.text(value) };
    return { is: "truth", code: `${value === "true"}`, known: value === "true" };
  },
};
