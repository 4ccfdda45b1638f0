import {
  bareNumber,
  type ContractModel,
  type ContractNode,
  ContractModel as ContractSchema,
  type InputValue,
  MODEL_VERSION,
  money,
  type OutcomeData,
  type Payment,
  type PeriodKind,
  ratio,
  type SourceRange,
  type Unit,
} from "@concordat/model";

/** Contracts by hand, for tests of the model alone. Every node gets the next id and the next line. */

export const pounds = money("GBP");
export const plain = bareNumber;
export const percent = ratio;

type NodeInput<K extends ContractNode["kind"]> = Omit<Extract<ContractNode, { kind: K }>, Base> &
  Partial<Pick<Extract<ContractNode, { kind: K }>, Base>>;
type Base = "id" | "unit" | "grain" | "axes" | "source" | "kind";

export interface Terms {
  from?: string;
  to?: string;
  yearStarts?: { month: number; day: number };
  division?: ContractModel["division"];
  rounding?: ContractModel["rounding"];
  settled?: PeriodKind;
}

type Sharing = Payment["branches"][number]["receivers"];

/** Parties that share: `shares({ trust: 55, gps: 30 })`. */
export const shares = (parts: Record<string, number>): Sharing => ({
  kind: "parties",
  parts: Object.entries(parts).map(([party, share]) => ({ party, share: `${share}/100` })),
});
export const row = (of: string): Sharing => ({ kind: "row", of });

export class Builder {
  private line = 0;
  readonly model: ContractModel;

  constructor(terms: Terms = {}) {
    this.model = {
      schema: MODEL_VERSION,
      name: "test-contract",
      source: this.source(),
      currency: "GBP",
      term: { from: terms.from ?? "2026-04-01", to: terms.to ?? "2029-03-31" },
      yearStarts: terms.yearStarts ?? { month: 4, day: 1 },
      settled: terms.settled ?? "year",
      rounding: terms.rounding ?? { unit: "0.01", ties: "away-from-zero" },
      division: terms.division ?? { rule: "largest-remainder" },
      parties: ["icb", "council"]
        .map((name) => ({ name, role: "commissioner" as const, source: this.source() }))
        .concat(["trust", "gps", "vcfse"].map((name) => ({ name, role: "provider" as never, source: this.source() }))),
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
    };
  }

  source(): SourceRange {
    this.line += 1;
    return { line: this.line, column: 1, offset: 0, length: 1 };
  }

  node<K extends ContractNode["kind"]>(kind: K, fields: NodeInput<K>): string {
    const id = `n${Object.keys(this.model.nodes).length + 1}`;
    const base = { id, kind, unit: pounds, grain: null, axes: [], source: this.source() };
    const node = { ...base, ...fields } as unknown as ContractNode;
    this.model.nodes[id] = node;
    if (node.name !== undefined) this.model.values[node.name] = id;
    return id;
  }

  constant = (value: string, unit: Unit = pounds, name?: string): string =>
    this.node("constant", { value, unit, ...(name ? { name } : {}) });
  percent = (value: string): string => this.constant(value, percent);

  /** A figure, and the node that reads it. */
  figure(name: string, unit: Unit = pounds, each: PeriodKind = "year", axes: string[] = []): string {
    const type = { type: "number" as const };
    this.model.figures.push({
      name,
      file: name,
      column: name,
      type,
      timing: "during",
      each,
      axes,
      source: this.source(),
    });
    return this.node("given", { name, input: name, of: "figure", unit, grain: each, axes });
  }

  /** A metric that only an example or a test gives, and the node that reads it. */
  metric(name: string, unit: Unit = percent, each: PeriodKind = "year", axes: string[] = []): string {
    const tally = { name: `${name}.numerator`, metric: name, aggregate: "count" as const, records: "rows" };
    this.model.tallies.push({
      ...tally,
      by: axes.map((axis) => ({ axis, field: axis })),
      each: [each],
      source: this.source(),
    });
    const of = this.node("given", { input: `${name}.numerator`, of: "tally", unit, grain: each, axes });
    const node = this.node("metric", { metric: name, of, name, unit, grain: each, axes });
    const tallies = [`${name}.numerator`];
    this.model.metrics.push({ name, kind: "count", node, tallies, each, axes, source: this.source() });
    return node;
  }

  test(left: string, comparison: "is" | "at-least" | "at-most" | "above" | "below", right: string): string {
    return this.node("test", { left, comparison, right, unit: { kind: "truth" } });
  }
  all(...operands: string[]): string {
    return this.node("logic", { operator: "and", operands, unit: { kind: "truth" } });
  }
  times(left: string, right: string, unit: Unit = pounds): string {
    return this.node("times", { left, right, written: "of", unit });
  }
  scaled(x: string, ...points: [value: string, at: string][]): string {
    return this.node("scaled", { x, points: points.map(([value, at]) => ({ value, at })), unit: percent });
  }
  tiered(x: string, rows: [value: string, when: string][], otherwise: string, unit: Unit = percent): string {
    return this.node("tiered", { x, rows: rows.map(([value, when]) => ({ value, when })), otherwise, unit });
  }

  branch(
    amount: string,
    branch: Partial<Payment["branches"][number]> & Pick<Payment["branches"][number], "receivers" | "payers">,
  ): Payment["branches"][number] {
    return { when: "always", lines: [], amount, direction: "to", limits: [], source: this.source(), ...branch };
  }

  /** A payment from the commissioner to the trust, unless its branches say otherwise. */
  payment(
    name: string,
    amount: string | Payment["branches"],
    more: Partial<Payment> = {},
    receivers: Sharing = shares({ trust: 100 }),
  ): Payment {
    const branches =
      typeof amount === "string" ? [this.branch(amount, { receivers, payers: shares({ icb: 100 }) })] : amount;
    const payment: Payment = { name, each: "year", branches, source: this.source(), ...more };
    this.model.payments.push(payment);
    return payment;
  }

  participants(name: string, rows: Record<string, Record<string, string | null>>, fields: string[] = []): void {
    this.model.participants.push({
      name,
      role: "provider",
      file: `${name}.csv`,
      fields: fields.map((field) => ({
        name: field,
        type: { type: "number" },
        mayBeMissing: true,
        source: this.source(),
      })),
      rows: Object.entries(rows).map(([key, values]) => ({ key, values })),
      source: this.source(),
    });
  }

  /** The contract as checked, plain data: what goes in by JSON comes out the same. */
  done(): ContractModel {
    return ContractSchema.parse(JSON.parse(JSON.stringify(this.model)));
  }
}

type Reported = Record<string, string | null>;

/** Values for one whole contract year from 1 April. */
export const inYear = (year: number, values: Reported, of: Record<string, string> = {}): InputValue[] =>
  over(`${year}-04-01`, `${year + 1}-04-01`, values, of);

export const over = (from: string, to: string, values: Reported, of: Record<string, string> = {}): InputValue[] =>
  Object.entries(values).map(([name, value]) => ({ name, of, from, to, value }));

export const dataOf = (...values: InputValue[]): OutcomeData => ({ values, digest: "0".repeat(64), quality: [] });
