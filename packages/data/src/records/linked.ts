import type { ContractModel } from "@concordat/model";

/** The record sets of which one is looked up in another: their tables must stand in the engine at once. */
export function linkedRecords(contract: ContractModel): ReadonlySet<string> {
  // Rows that are taken from others are read with them.
  const basis = (name: string): string => contract.records.find((each) => each.name === name)?.derived?.from ?? name;
  const linked = new Set<string>();
  for (const { records, followed, cohort } of contract.tallies) {
    const entered = contract.participants.find(({ name }) => name === cohort)?.cohort?.records;
    for (const other of [followed?.records, entered]) {
      if (other !== undefined && basis(other) !== basis(records)) linked.add(basis(records)).add(basis(other));
    }
  }
  return linked;
}
