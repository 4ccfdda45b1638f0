import { type NodeOf, Rational } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { list } from "../layout.js";
import { NotQuick } from "../quick/arithmetic.js";
import { MISSING } from "../runtime.js";
import { fraction, type Writer } from "../writer.js";

const ATTRIBUTE: Helper = {
  name: "attribute",
  needs: [MISSING],
  text: `\
// What the terms say of a participant.
function attribute(column, key, field) {
  const value = column.get(key) ?? null;
  return value === null ? missing(field + " of " + key, "the row of " + key + " has no " + field) : value;
}`,
};

export const attribute: Emitter<NodeOf<"attribute">> = {
  helpers: [ATTRIBUTE],
  emit(node, w) {
    const key = `at.of[${w.text(node.of)}]`;
    return node.field === undefined ? key : w.call(ATTRIBUTE, columnOf(node, node.field, w), key, w.text(node.field));
  },
  quick(node, q) {
    if (q.row?.axis !== node.of) throw new NotQuick(`${node.id} is of no row`);
    if (node.field === undefined) return { is: "text", code: q.row.key };
    return q.cell(columnOf(node, node.field, q.w), q.row.key, node.unit);
  },
};

/** One column of the participants' rows, as values of the node's unit, by the participant's key. */
function columnOf({ of, unit }: NodeOf<"attribute">, field: string, w: Writer): string {
  return w.table(`attribute ${of} ${field} ${unit.kind}`, `${of} ${field}`, () => {
    const rows = w.contract.participants.find(({ name }) => name === of)?.rows ?? [];
    const cell = (text: string | null | undefined): string => {
      if (text == null) return "null";
      if (unit.kind === "quantity") return fraction(Rational.parse(text));
      return unit.kind === "truth" ? `${text === "true"}` : w.text(text);
    };
    return `new Map(${list(rows.map(({ key, values }) => `[${w.text(key)}, ${cell(values[field])}]`))})`;
  });
}
