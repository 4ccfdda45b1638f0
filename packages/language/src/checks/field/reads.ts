import { type Branch, type ContractModel, type ContractNode, operandsOf, type Payment } from "@concordat/model";
import type { Field } from "./field.js";

type Nodes = readonly ContractNode[];

/** Worked out once of each contract: every law asks for them again, of every payment. */
interface Reads {
  readonly under: Map<string, Nodes>;
  readonly ofPayment: Map<Payment, Nodes>;
}
const known = new WeakMap<ContractModel, Reads>();

function readsOf(contract: ContractModel): Reads {
  const before = known.get(contract);
  if (before) return before;
  const reads: Reads = { under: new Map(), ofPayment: new Map() };
  known.set(contract, reads);
  return reads;
}

/** Every node that a branch of a payment reads, itself included. */
export function nodesUnder(id: string, contract: ContractModel): Nodes {
  const { under } = readsOf(contract);
  const before = under.get(id);
  if (before) return before;
  const seen = new Map<string, ContractNode>();
  const visit = (at: string): void => {
    const node = contract.nodes[at];
    if (!node || seen.has(at)) return;
    seen.set(at, node);
    for (const operand of operandsOf(node)) visit(operand);
  };
  visit(id);
  const nodes = [...seen.values()];
  under.set(id, nodes);
  return nodes;
}

const nodesOfBranch = (branch: Branch, contract: ContractModel): Nodes => [
  ...nodesUnder(branch.amount, contract),
  ...(branch.compares === undefined ? [] : nodesUnder(branch.compares, contract)),
];

export function nodesOfPayment(payment: Payment, contract: ContractModel): Nodes {
  const { ofPayment } = readsOf(contract);
  const before = ofPayment.get(payment);
  if (before) return before;
  const nodes = [...new Set(payment.branches.flatMap((branch) => nodesOfBranch(branch, contract)))];
  ofPayment.set(payment, nodes);
  return nodes;
}

/** The names of the metrics that a payment reads. */
export const metricsRead = (payment: Payment, { contract, once }: Pick<Field, "contract" | "once">): string[] =>
  once("metrics", payment, () => [
    ...new Set(nodesOfPayment(payment, contract).flatMap((node) => (node.kind === "metric" ? [node.metric] : []))),
  ]);

/** The node itself, behind what stands in for it where it is not reported. */
export function behind(id: string, contract: ContractModel): ContractNode {
  const node = contract.nodes[id]!;
  return node.kind === "present" ? behind(node.of, contract) : node;
}
