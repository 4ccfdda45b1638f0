import type { Condition, ContractModel, Field, FieldType, Figure, ParticipantSet, Tally } from "@concordat/model";

const source = { line: 1, column: 1, offset: 0, length: 0 };

/** A contract of three years from 1 April 2026 with nothing in it but what its data are checked against. */
export function contract(parts: Partial<ContractModel> = {}): ContractModel {
  return {
    schema: "concordat.contract/1",
    name: "test",
    source,
    currency: "GBP",
    term: { from: "2026-04-01", to: "2029-03-31" },
    yearStarts: { month: 4, day: 1 },
    settled: "quarter",
    rounding: { unit: "0.01", ties: "away-from-zero" },
    division: { rule: "largest-remainder" },
    parties: [],
    groups: [],
    participants: [],
    tables: [],
    figures: [],
    records: [],
    tallies: [],
    metrics: [],
    nodes: {},
    values: {},
    payments: [],
    examples: [],
    clauses: [],
    ...parts,
  };
}

export const field = (name: string, type: FieldType, mayBeMissing = false): Field => ({
  name,
  type,
  mayBeMissing,
  source,
});

export const records = (name: string, datedBy: string, fields: Field[]): ContractModel["records"][number] => ({
  name,
  source,
  datedBy,
  fields,
});

export const tally = (name: string, of: string, parts: Partial<Tally> = {}): Tally => ({
  name,
  metric: name,
  aggregate: "count",
  records: of,
  by: [],
  each: ["year"],
  source,
  ...parts,
});

export const figure = (name: string, type: FieldType, parts: Partial<Figure> = {}): Figure => ({
  name,
  source,
  file: name,
  column: name,
  type,
  timing: "during",
  each: "quarter",
  axes: [],
  ...parts,
});

export const participants = (name: string, ...keys: string[]): ParticipantSet => ({
  name,
  source,
  role: "provider",
  file: `${name}s.csv`,
  fields: [],
  rows: keys.map((key) => ({ key, values: {} })),
});

export const where = (
  name: string,
  comparison: Extract<Condition, { kind: "compare" }>["comparison"],
  type: "number" | "name" | "date" | "text" | "truth",
  value: string,
): Condition => ({ kind: "compare", field: name, comparison, value: { type, value } });

/** Hospital spells with a field of each kind that records mostly have. */
export const spells = records("spells", "discharged", [
  field("person", { type: "pseudonym" }),
  field("discharged", { type: "date" }),
  field("method", { type: "category", values: ["elective", "emergency"] }),
  field("age", { type: "whole", from: "0", to: "120" }),
  field("cost", { type: "money" }, true),
]);
