import type { ContractModel } from "../contract/contract.js";
import { operandsOf } from "../nodes/node.js";

/** Whether a value moves with a metric, through whatever it reads, other payments included. */
export function dependence(contract: ContractModel, metric: string): (id: string) => boolean {
  const known = new Map<string, boolean>();
  const ofPayment = (name: string): boolean => {
    const payment = contract.payments.find((one) => one.name === name);
    return (payment?.branches ?? []).some((branch) =>
      [branch.amount, branch.compares, payment?.pool, ...branch.limits.map(({ limit }) => limit)].some(
        (id) => id !== undefined && depends(id),
      ),
    );
  };
  const depends = (id: string): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const node = contract.nodes[id]!;
    known.set(id, false);
    const direct = node.kind === "metric" && node.metric === metric;
    const through = "payment" in node && typeof node.payment === "string" && ofPayment(node.payment);
    const found = direct || through || operandsOf(node).some(depends);
    known.set(id, found);
    return found;
  };
  return depends;
}
