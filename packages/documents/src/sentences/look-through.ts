import { type ContractNode, type Metric, Rational } from "@concordat/model";
import type { Reader } from "./reader.js";

/** The node behind the policies for missing data that stand around it. */
export function lookThrough(id: string, reader: Reader): ContractNode {
  const node = reader.node(id);
  return node.kind === "present" ? lookThrough(node.of, reader) : node;
}

/** The metric that a value is, if it is one. */
export function metricOf(id: string, reader: Reader): Metric | undefined {
  const node = lookThrough(id, reader);
  return node.kind === "metric" ? reader.contract.metrics.find(({ name }) => name === node.metric) : undefined;
}

/** The number of a value that no data can change: a constant, or a dated one with a single row. */
export function fixedNumber(id: string, reader: Reader): Rational | undefined {
  const node = lookThrough(id, reader);
  if (node.unit.kind !== "quantity") return undefined;
  if (node.kind === "constant") return Rational.parse(node.value);
  if (node.kind === "dated" && node.rows.length === 1) return Rational.parse(node.rows[0]!.value);
  return undefined;
}
