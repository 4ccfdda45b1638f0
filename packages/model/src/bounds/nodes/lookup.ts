import type { Place } from "../../evaluate/evaluation.js";
import { columnOn, type LookupNode } from "../../nodes/lookup.js";
import { Rational } from "../../numbers/rational.js";
import type { Bounding } from "../bounding.js";
import { exactly } from "../interval.js";
import { anyOf, numbers, type Possible } from "../possible.js";

/** The cells of the rows that the key can name. */
export function lookup(node: LookupNode, place: Place, bounding: Bounding): Possible {
  const { names, none } = bounding.of(node.key, place);
  const table = bounding.contract.tables.find((candidate) => candidate.name === node.table);
  const rows = (table?.rows ?? []).filter((row) => names === "any" || names?.includes(row.key));
  const columns =
    node.at === undefined
      ? [columnOn(node, place.period.from)]
      : [node.column, ...(node.later ?? []).map(({ column }) => column)];
  const cells = rows
    .flatMap(({ cells }) => columns.map((column) => cells[column]))
    .map((cell): Possible => {
      return cell == null ? { none: true } : numbers(exactly(Rational.parse(cell)));
    });
  return anyOf([...cells, ...(none ? [{ none: true } as const] : [])]);
}
