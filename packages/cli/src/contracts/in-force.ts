import path from "node:path";
import type { TermsInForce } from "@concordat/language";
import type { ContractModel, Determination } from "@concordat/model";
import type { Io } from "../io.js";
import { deedFiles } from "./deed-files.js";
import { findContract } from "./find-files.js";
import { chooseContract, digestOf, refuseErrors } from "./one-contract.js";
import { readContracts } from "./read-contracts.js";

export interface ContractInForce {
  /** As it was made, before any deed. */
  readonly contract: ContractModel;
  /** What stands from which day, in order; the first is the contract as it was made, where a deed does not precede it. */
  readonly terms: readonly TermsInForce[];
  readonly determinations: readonly Determination[];
  /** Of the contract, what it imports and names, and every deed and determination. */
  readonly digest: string;
}

/** One contract with its deeds of variation and determinations. Where any of them has errors it is refused with them. */
export async function readInForce(
  named: string,
  options: { readonly contract?: string; readonly deeds?: readonly string[] },
  io: Io,
): Promise<ContractInForce> {
  const file = await findContract(named, io);
  const [alone] = await readContracts([file], io);
  refuseErrors(alone!, io);
  const { name } = chooseContract(alone!, options.contract);
  const deeds = await deedFiles(file, [name], options.deeds, io);
  const [checked, ...others] = deeds.length === 0 ? [alone!] : await readContracts([file, ...deeds], io);
  for (const one of [checked!, ...others]) refuseErrors(one, io);
  const contract = chooseContract(checked!, name);
  return {
    contract,
    terms: checked!.inForce[name] ?? [{ from: contract.term.from, deeds: [], contract, text: checked!.text }],
    determinations: checked!.determinations[name] ?? [],
    digest: digestOf(checked!, contract, path.dirname(file), others, io),
  };
}
