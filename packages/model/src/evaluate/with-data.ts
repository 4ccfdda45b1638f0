import type { ContractModel } from "../contract/contract.js";
import type { OutcomeData } from "../contract/data.js";

/**
 * Terms in force, each with the data that it asks for. `read` is asked once for all that ask for the same, and given the
 * last of them.
 */
export async function withData<T extends { readonly contract: ContractModel }>(
  terms: readonly T[],
  read: (contract: ContractModel) => Promise<OutcomeData>,
): Promise<(T & { data: OutcomeData })[]> {
  const last = new Map(terms.map(({ contract }) => [asked(contract), contract]));
  const data = new Map<string, OutcomeData>();
  for (const [key, contract] of last) data.set(key, await read(contract));
  return terms.map((one) => ({ ...one, data: data.get(asked(one.contract))! }));
}

/** All that a contract reads from outcome data, as text; where it says so does not matter. */
const asked = ({ figures, records, tallies }: ContractModel): string =>
  JSON.stringify([figures, records, tallies], (key, value) => (key === "source" ? undefined : value));
