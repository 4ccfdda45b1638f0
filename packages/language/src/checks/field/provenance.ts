import type { ContractModel, Payment } from "@concordat/model";
import type { Field } from "./field.js";
import { metricsRead, nodesOfPayment, nodesUnder } from "./reads.js";

/** A metric that decides what is paid has a source, an owner, and a baseline where it is scaled. */
export function metricsAreVouchedFor(field: Field): void {
  const { contract, report, once, at } = field;
  /** By a metric's name, the first payment that reads it. */
  const paying = new Map<string, Payment>();
  for (const payment of contract.payments)
    for (const name of metricsRead(payment, field)) if (!paying.has(name)) paying.set(name, payment);
  for (const metric of contract.metrics) {
    const payment = paying.get(metric.name);
    if (!payment) continue;
    const place = at(metric.source);
    const lacks = [...(metric.dataSource ? [] : ["no source"]), ...(metric.owner ? [] : ["no owner"])];
    if (lacks.length > 0) {
      const parameters = { metric: metric.name, payment: payment.name, lacks: lacks.join(" and ") };
      report("metric-without-source", parameters, place, { property: "name" });
    }
    const isScaled = () => once("scaled", payment, () => scaledIn(payment, contract)).has(metric.node);
    if (metric.better && metric.baseline === undefined && isScaled())
      report("metric-without-baseline", { metric: metric.name, payment: payment.name }, place, { property: "name" });
  }
}

/** All nodes on which a scale or a comparison of a payment stands. */
function scaledIn(payment: Payment, contract: ContractModel): ReadonlySet<string> {
  const under = nodesOfPayment(payment, contract).flatMap((node) => {
    if (node.kind === "scaled") return nodesUnder(node.x, contract);
    return node.kind === "compares" ? nodesUnder(node.actual, contract) : [];
  });
  return new Set(under.map(({ id }) => id));
}
