import type { Payment } from "@concordat/model";
import type { Field } from "./field.js";
import { nodesOfPayment, nodesUnder } from "./reads.js";

/** A metric that decides what is paid has a source, an owner, and a baseline where it is scaled. */
export function metricsAreVouchedFor({ contract, report, at }: Field): void {
  const paying = firstPayments(contract);
  for (const metric of contract.metrics) {
    const payment = paying.get(metric.name);
    if (!payment) continue;
    const place = at(metric.source);
    const lacks = [...(metric.dataSource ? [] : ["no source"]), ...(metric.owner ? [] : ["no owner"])];
    if (lacks.length > 0) {
      const parameters = { metric: metric.name, payment: payment.name, lacks: lacks.join(" and ") };
      report("metric-without-source", parameters, place, { property: "name" });
    }
    const scaled = nodesOfPayment(payment, contract).some(
      (node) =>
        (node.kind === "scaled" && reads(node.x, metric.node, contract)) ||
        (node.kind === "compares" && reads(node.actual, metric.node, contract)),
    );
    if (metric.better && metric.baseline === undefined && scaled)
      report("metric-without-baseline", { metric: metric.name, payment: payment.name }, place, { property: "name" });
  }
}

const reads = (id: string, node: string, contract: Field["contract"]): boolean =>
  nodesUnder(id, contract).some((one) => one.id === node);

/** By a metric's name, the first payment that reads it. */
function firstPayments(contract: Field["contract"]): Map<string, Payment> {
  const first = new Map<string, Payment>();
  for (const payment of contract.payments)
    for (const node of nodesOfPayment(payment, contract))
      if (node.kind === "metric" && !first.has(node.metric)) first.set(node.metric, payment);
  return first;
}
