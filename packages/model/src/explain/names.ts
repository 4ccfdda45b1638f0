import type { ContractModel } from "../contract/contract.js";
import type { Place } from "../evaluate/evaluation.js";
import type { ContractNode } from "../nodes/node.js";
import type { PaymentValueNode } from "../nodes/payment-value.js";

/** The name that the contract knows a node by, through what only reads it over periods or guards it; undefined: it has none. */
export function ownName(node: ContractNode, contract: ContractModel): string | undefined {
  if (node.name !== undefined) return node.name;
  switch (node.kind) {
    case "given":
      return node.input;
    case "metric":
      return node.metric;
    case "payment-value":
      return READS[node.reads](node.payment);
    case "balance":
      return node.balance;
    case "line-value":
      return `${node.line} of ${node.payment}`;
    case "present":
    case "span":
    case "rounded":
      return ownName(contract.nodes[node.of]!, contract);
    default:
      return undefined;
  }
}

const READS: Record<PaymentValueNode["reads"], (payment: string) => string> = {
  earned: (payment) => `what ${payment} earned`,
  amount: (payment) => `the amount of ${payment}`,
  pool: (payment) => `the pool of ${payment}`,
  party: (payment) => `its part of ${payment}`,
};

export const nameOf = (node: ContractNode, contract: ContractModel): string => ownName(node, contract) ?? "the amount";

/** "2026/27", or "2026/27, north practice" for one row. */
export function placeName({ period, of }: Place, contract: ContractModel): string {
  const rows = Object.entries(of).map(([axis, key]) => titleOfRow(axis, key, contract));
  return [period.label, ...rows].join(", ");
}

/** The title of a participant or a party, where it has one. */
export function titleOfRow(axis: string, key: string, contract: ContractModel): string {
  const set = contract.participants.find((candidate) => candidate.name === axis);
  const party = contract.parties.find((candidate) => candidate.name === key);
  return set?.rows.find((row) => row.key === key)?.title ?? party?.title ?? key;
}

/** The title of a party, or of the participant that is one. */
export function titleOfParty(key: string, contract: ContractModel): string {
  const rows = contract.participants.flatMap((set) => set.rows);
  return contract.parties.find(({ name }) => name === key)?.title ?? rows.find((row) => row.key === key)?.title ?? key;
}
