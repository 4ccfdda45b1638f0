import path from "node:path";
import { type CheckedFile, contractTexts } from "@concordat/language";
import type { ContractModel } from "@concordat/model";
import { didYouMean } from "../did-you-mean.js";
import { EXIT } from "../exit-codes.js";
import { findingsAsText } from "../formats/findings/text.js";
import type { Io } from "../io.js";
import { coloursFor } from "../output/colour.js";
import { listed } from "../output/words.js";
import { Refusal } from "../refusal.js";
import { confinedReader } from "./confined.js";
import { contractDigest } from "./digest.js";
import { findContract } from "./find-files.js";
import { readContracts } from "./read-contracts.js";

export interface OneContract {
  readonly contract: ContractModel;
  /** For the receipt: see `contractDigest`. */
  readonly digest: string;
  /** As people see it. */
  readonly file: string;
}

/**
 * The one contract of a file, or the one of that name where the file holds several. A contract with errors is refused
 * with its findings, and what stands in it is not used.
 */
export async function readOneContract(named: string, name: string | undefined, io: Io): Promise<OneContract> {
  const file = await findContract(named, io);
  const checked = (await readContracts([file], io))[0]!;
  refuseErrors(checked, io);
  const contract = chooseContract(checked, name);
  return { contract, digest: digestOf(checked, contract, path.dirname(file), [], io), file: checked.file };
}

/** The digest of all that a contract says, its deeds included. */
export function digestOf(
  checked: CheckedFile,
  contract: ContractModel,
  folder: string,
  deeds: readonly CheckedFile[],
  io: Io,
): string {
  const { readText } = confinedReader([folder], io.cwd);
  const texts = contractTexts(checked, contract, deeds, (file) => readText(path.resolve(folder, file)));
  return contractDigest(texts[0], texts.slice(1));
}

/** Ends the command where a file has errors, with what was found. */
export function refuseErrors(checked: CheckedFile, io: Io): void {
  const errors = checked.findings.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return;
  io.stderr.write(findingsAsText([{ ...checked, findings: errors }], coloursFor(io.stderr, io)));
  throw new Refusal(
    `${checked.file} has errors, and until they are put right nothing can be worked out from it.`,
    `To see all that was found: concordat check ${checked.file}`,
    EXIT.findings,
  );
}

/** The contract of this name, or the only one. */
export function chooseContract({ contracts, file }: CheckedFile, name: string | undefined): ContractModel {
  const names = contracts.map((contract) => contract.name);
  if (names.length === 0) throw new Refusal(`There is no contract in ${file}.`, "Write one, or name another file.");
  if (name === undefined) {
    if (contracts.length === 1) return contracts[0]!;
    throw new Refusal(`${file} holds several contracts: ${listed(names)}.`, `Say which, as: --contract ${names[0]}`);
  }
  const chosen = contracts.find((contract) => contract.name === name);
  if (chosen) return chosen;
  throw new Refusal(`${file} has no contract ${name}.${didYouMean(name, names)}`, `It holds ${listed(names)}.`);
}
