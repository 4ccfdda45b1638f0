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
  if (typeof key !== "string" || !(column instanceof Map)) return lacking([key, column]) ?? null;
  const value = column.get(key);
  return value === undefined ? missing(input, "the table " + table + " has no row for " + key) : value;
}`,
};

const COLUMN_ON: Helper = {
  name: "columnOn",
  text: `\
// The column of a table that holds on a day; the day itself where it is not known.
const columnOn = (columns, date) =>
  typeof date === "string" ? columns.findLast(([from]) => from === null || from <= date)[1] : date;`,
};

export const lookup: Emitter<NodeOf<"lookup">> = {
  helpers: [LOOKUP, COLUMN_ON],
  emit(node, w) {
    const column = columnOn(node, w);
    return w.call(LOOKUP, column, w.value(node.key), w.text(node.column), w.text(node.table));
  },
  quick(node, q) {
    if (node.later) throw new NotQuick(`${node.id} is not the same for all data`);
    const key = q.value(node.key);
    if (key.is !== "text") throw new NotQuick(`the key of ${node.id} is no name`);
    return q.cell(columnOf(node, node.column, q.w), key.code, node.unit);
  },
};

/** The column that holds on the day that counts. */
function columnOn(node: NodeOf<"lookup">, w: Writer): string {
  const first = columnOf(node, node.column, w);
  if (!node.later) return first;
  const later = node.later.map(({ from, column }) => `[${w.text(from)}, ${columnOf(node, column, w)}]`);
  const day = node.at === undefined ? "at.period.from" : w.value(node.at);
  return w.call(COLUMN_ON, list([`[null, ${first}]`, ...later]), day);
}

/** One column of a table, by its key. */
function columnOf(node: NodeOf<"lookup">, column: string, w: Writer): string {
  return w.table(`table ${node.table} ${column}`, `${node.table} ${column}`, () => {
    const rows = w.contract.tables.find(({ name }) => name === node.table)?.rows ?? [];
    const cell = (text: string | null | undefined): string => (text == null ? "null" : w.constant(text));
    return `new Map(${list(rows.map(({ key, cells }) => `[${w.text(key)}, ${cell(cells[column])}]`))})`;
  });
}
