import type { ContractModel } from "@concordat/model";

/** The record sets of which one is looked up in another: their tables must stand in the engine at once. */
export function linkedRecords(contract: ContractModel): ReadonlySet<string> {
  const linked = new Set<string>();
  for (const { records, followed, cohort } of contract.tallies) {
    const entered = contract.participants.find(({ name }) => name === cohort)?.cohort?.records;
    for (const other of [followed?.records, entered]) {
      if (other !== undefined && other !== records) linked.add(records).add(other);
    }
  }
  return linked;
}
