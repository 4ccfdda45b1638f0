import type { ContractModel } from "@concordat/model";

/** The record sets of which one is looked up in another: their tables must stand in the engine at once. */
export function linkedRecords(contract: ContractModel): ReadonlySet<string> {
  const linked = new Set<string>();
  for (const { records, followed } of contract.tallies) {
    if (followed === undefined || followed.records === records) continue;
    linked.add(records);
    linked.add(followed.records);
  }
  return linked;
}
