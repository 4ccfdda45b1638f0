import type { NodeOf } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { list } from "../layout.js";
import { NotQuick } from "../quick/arithmetic.js";
import { MISSING } from "../runtime.js";
import type { Writer } from "../writer.js";

const LOOKUP: Helper = {
  name: "lookup",
  needs: [MISSING],
  text: `\
// One cell of a table; null where the table says "none".
function lookup(column, key, input, table) {
  if (typeof key !== "string") return lacking([key]) ?? null;
  const value = column.get(key);
  return value === undefined ? missing(input, "the table " + table + " has no row for " + key) : value;
}`,
};

export const lookup: Emitter<NodeOf<"lookup">> = {
  helpers: [LOOKUP],
  emit(node, w) {
    const column = columnOf(node, w);
    return w.call(LOOKUP, column, w.value(node.key), w.text(node.column), w.text(node.table));
  },
  quick(node, q) {
    const key = q.value(node.key);
    if (key.is !== "text") throw new NotQuick(`the key of ${node.id} is no name`);
    return q.cell(columnOf(node, q.w), key.code, node.unit);
  },
};

/** One column of a table, by its key. */
function columnOf(node: NodeOf<"lookup">, w: Writer): string {
  return w.table(`table ${node.table} ${node.column}`, `${node.table} ${node.column}`, () => {
    const rows = w.contract.tables.find(({ name }) => name === node.table)?.rows ?? [];
    const cell = (text: string | null | undefined): string => (text == null ? "null" : w.constant(text));
    return `new Map(${list(rows.map(({ key, cells }) => `[${w.text(key)}, ${cell(cells[node.column])}]`))})`;
  });
}
