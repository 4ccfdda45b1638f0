import type { Expression } from "../plan/expression.js";
import type { Measure, Relation, Running } from "../plan/relation.js";
import { type Among, evaluate, type Row } from "./expression.js";
import { combined, compareCells, compareValues, keyOf, type Value } from "./value.js";

export interface Tables {
  rows(table: string): readonly Row[];
  readonly among: Among;
}

/** Works a relation out, row by row, with the meaning that the plan gives it. For tables that people write by hand. */
export function rowsOf(relation: Relation, tables: Tables): readonly Row[] {
  const rows = (from: Relation) => rowsOf(from, tables);
  const of = (expression: Expression, row: Row): Value => evaluate(expression, row, tables.among);
  switch (relation.kind) {
    case "scan":
      return tables.rows(relation.table);
    case "filter":
      return rows(relation.from).filter((row) => of(relation.where, row) === true);
    case "project":
      return rows(relation.from).map((row) => columns(relation.columns, (each) => of(each.of, row)));
    case "aggregate":
      return aggregated(relation, rows(relation.from), of);
    case "join": {
      const right = grouped(rows(relation.right), (row) => [row[relation.using] ?? null]);
      return rows(relation.left).flatMap((row) => {
        const key = row[relation.using] ?? null;
        return key === null ? [] : (right.get(keyOf([key])) ?? []).map((other) => ({ ...row, ...other }));
      });
    }
    case "matched": {
      const by = rows(relation.by);
      return rows(relation.from).filter((row) => by.some((other) => of(relation.where, { ...row, ...other }) === true));
    }
    case "union":
      return relation.of.flatMap(rows);
    case "running": {
      const groups = grouped(rows(relation.from), (row) => relation.group.map((each) => of(each, row)));
      return [...groups.values()].flatMap((group) => {
        const sorted = ordered(group, relation.by, of);
        return sorted.map((row, at) => ({
          ...row,
          ...columns(relation.columns, (each) => upTo(each, sorted, at, of)),
        }));
      });
    }
    case "times":
      return rows(relation.from).flatMap((row) =>
        Array.from({ length: relation.to }, (_, index) => ({ ...row, [relation.as]: BigInt(index + 1) })),
      );
    case "order":
      return ordered(rows(relation.from), relation.by, of).slice(0, relation.first);
  }
}

type Of = (expression: Expression, row: Row) => Value;

const columns = <C extends { readonly name: string }>(all: readonly C[], value: (column: C) => Value): Row =>
  Object.fromEntries(all.map((each) => [each.name, value(each)]));

function grouped(rows: readonly Row[], key: (row: Row) => Value[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = keyOf(key(row));
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
}

function ordered(rows: readonly Row[], by: readonly Expression[], of: Of): Row[] {
  const keyed = rows.map((row) => ({ row, key: by.map((each) => of(each, row)) }));
  const difference = (a: readonly Value[], b: readonly Value[]) =>
    a.reduce<number>((found, value, at) => found || compareCells(value, b[at]!), 0);
  return keyed.sort((a, b) => difference(a.key, b.key)).map(({ row }) => row);
}

function aggregated({ group, measures }: Relation & { kind: "aggregate" }, rows: readonly Row[], of: Of): Row[] {
  const groups = grouped(rows, (row) => group.map((each) => of(each.of, row)));
  if (group.length === 0 && groups.size === 0) groups.set("", []);
  return [...groups.values()].map((members) => ({
    ...columns(group, (each) => of(each.of, members[0]!)),
    ...columns(measures, (each) => measured(each, members, of)),
  }));
}

function measured({ how, of: expression, where, rank = 50 }: Measure, members: readonly Row[], of: Of): Value {
  const rows = where === undefined ? members : members.filter((row) => of(where, row) === true);
  const values = rows
    .map((row) => (expression === undefined ? true : of(expression, row)))
    .filter((value) => value !== null);
  switch (how) {
    case "count":
      return BigInt(values.length);
    case "count-distinct":
      return BigInt(new Set(values.map((value) => keyOf([value]))).size);
    case "sum":
      return sum(values);
    default: {
      if (values.length === 0) return null;
      const sorted = values.sort(compareValues);
      const at = (place: number): Value => sorted[place - 1]!;
      if (how === "lowest") return at(1);
      if (how === "highest") return at(sorted.length);
      if (how === "percentile") return at(Math.trunc((rank * sorted.length + 99) / 100));
      const middle = (extra: number) => at(Math.trunc((sorted.length + extra) / 2));
      return combined(middle(1), middle(2), (a, b) => a + b);
    }
  }
}

const sum = (values: readonly Value[]): Value =>
  values.length === 0 ? null : values.reduce((a, b) => combined(a, b, (left, right) => left + right));

function upTo({ how, of: expression }: Running, sorted: readonly Row[], at: number, of: Of): Value {
  const values = (rows: readonly Row[]): NonNullable<Value>[] =>
    expression === undefined ? [] : rows.map((row) => of(expression, row)).filter((value) => value !== null);
  const before = sorted.slice(0, at);
  switch (how) {
    case "place":
      return BigInt(at + 1);
    case "after":
      return BigInt(sorted.length - at - 1);
    case "before":
      return sum(values(before)) ?? 0n;
    case "up-to":
      return sum(values(sorted.slice(0, at + 1)));
    case "highest-before":
      return values(before).sort(compareValues).at(-1) ?? null;
  }
}
