import { type Branch, type ContractModel, type ContractNode, operandsOf, type Payment } from "@concordat/model";

/** Every node that a branch of a payment reads, itself included. */
export function nodesUnder(id: string, { nodes }: ContractModel): ContractNode[] {
  const seen = new Map<string, ContractNode>();
  const visit = (at: string): void => {
    const node = nodes[at];
    if (!node || seen.has(at)) return;
    seen.set(at, node);
    for (const operand of operandsOf(node)) visit(operand);
  };
  visit(id);
  return [...seen.values()];
}

export const nodesOfBranch = (branch: Branch, contract: ContractModel): ContractNode[] => [
  ...nodesUnder(branch.amount, contract),
  ...(branch.compares === undefined ? [] : nodesUnder(branch.compares, contract)),
];

export const nodesOfPayment = (payment: Payment, contract: ContractModel): ContractNode[] => [
  ...new Set(payment.branches.flatMap((branch) => nodesOfBranch(branch, contract))),
];

/** The node itself, behind what stands in for it where it is not reported. */
export function behind(id: string, contract: ContractModel): ContractNode {
  const node = contract.nodes[id]!;
  return node.kind === "present" ? behind(node.of, contract) : node;
}
