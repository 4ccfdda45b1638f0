import type { ContractModel, ContractNode, Metric } from "@concordat/model";
import { operandsOf } from "@concordat/model";
import { AstUtils } from "langium";
import * as ast from "../../generated/ast.js";
import type { Field } from "./field.js";
import { metricsRead } from "./reads.js";

/** One outcome earns money in one place: a metric that two weights pay, or two metrics that measure the same. */
export function outcomesArePaidOnce(field: Field): void {
  const { contract, report, once, at } = field;
  const paid = new Map<string, { payment: string; line: Line }>();
  const measured = new Map<string, string>();
  const metrics = new Map(contract.metrics.map((metric) => [metric.name, metric]));
  for (const payment of contract.payments) {
    for (const line of payment.branches.flatMap((branch) =>
      branch.lines.flatMap(({ node }) => linesOf(contract.nodes[node]!)),
    )) {
      const metric = metrics.get(line.on);
      if (!metric) continue;
      const before = paid.get(metric.name);
      if (before && before.line.source.offset !== line.source.offset) {
        const [first, second] =
          before.payment === payment.name ? ["one line", `another of ${payment.name}`] : [before.payment, payment.name];
        report("paid-twice", { metric: metric.name, first: first!, second: second! }, at(line.source), {
          related: [{ message: "It is paid here too.", node: at(before.line.source) }],
        });
      }
      paid.set(metric.name, { payment: payment.name, line });
    }
    for (const name of metricsRead(payment, field)) {
      const metric = metrics.get(name);
      if (metric && !measured.has(metric.name))
        measured.set(
          metric.name,
          once("meaning", metric, () => meaningOf(metric, contract)),
        );
    }
  }
  const listed = contract.metrics.filter(({ name }) => measured.has(name));
  const firsts = new Map<string, Metric>();
  for (const metric of listed) {
    const meaning = measured.get(metric.name)!;
    const same = firsts.get(meaning);
    if (!same) {
      firsts.set(meaning, metric);
      continue;
    }
    const place = at(metric.source);
    const named = AstUtils.getContainerOfType(place, ast.isMetric) ?? place;
    report("measured-twice", { first: same.name, second: metric.name }, named, { property: "name" });
  }
}

type Line = { readonly on: string; readonly source: Metric["source"] };

function linesOf(node: ContractNode): readonly Line[] {
  if (node.kind === "pool") return node.weights;
  return node.kind === "points" ? node.lines : [];
}

/** What a metric measures, without its names and places: its formula over its tallies. */
function meaningOf(metric: Metric, contract: ContractModel): string {
  const of = (id: string): unknown => {
    const node = contract.nodes[id]!;
    const { id: _, source: __, name: ___, title: ____, ...rest } = node;
    const tally = node.kind === "given" ? contract.tallies.find(({ name }) => name === node.input) : undefined;
    if (tally) {
      const { name: _name, metric: _metric, source: _source, each: _each, ...what } = tally;
      return what;
    }
    return {
      ...rest,
      ...Object.fromEntries(operandsOf(node).map((operand, index) => [`operand ${index}`, of(operand)])),
      of: null,
      top: null,
      bottom: null,
      left: null,
      right: null,
      x: null,
    };
  };
  const node = contract.nodes[metric.node]!;
  const formula = node.kind === "metric" ? of(node.of) : metric.name;
  return JSON.stringify([metric.kind, metric.each, metric.axes, formula]);
}
