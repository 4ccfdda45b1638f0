import type { NodeOf } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { list } from "../layout.js";
import { MISSING } from "../runtime.js";

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
    const column = w.table(`table ${node.table} ${node.column}`, `${node.table} ${node.column}`, () => {
      const rows = w.contract.tables.find(({ name }) => name === node.table)?.rows ?? [];
      const cell = (text: string | null | undefined): string => (text == null ? "null" : w.constant(text));
      return `new Map(${list(rows.map(({ key, cells }) => `[${w.text(key)}, ${cell(cells[node.column])}]`))})`;
    });
    return w.call(LOOKUP, column, w.value(node.key), w.text(node.column), w.text(node.table));
  },
};
