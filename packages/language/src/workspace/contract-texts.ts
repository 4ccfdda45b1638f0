import type { ContractModel } from "@concordat/model";
import type { CheckedFile } from "./check-files.js";

/**
 * All that a contract says, text by text, in the order in which a receipt takes them: the contract's own, the files that it
 * imports, those that it names, then the files of its deeds with what they import. `readText` reads a file by its path from
 * the contract's folder.
 */
export function contractTexts(
  checked: CheckedFile,
  contract: ContractModel,
  deeds: readonly CheckedFile[],
  readText: (path: string) => string | undefined,
): [string, ...string[]] {
  const imported = ({ imports }: CheckedFile): string[] => imports.map(({ text }) => text);
  const named = contract.participants.flatMap(({ file }) => (file ? [readText(file) ?? ""] : []));
  return [checked.text, ...imported(checked), ...named, ...deeds.flatMap((one) => [one.text, ...imported(one)])];
}

/** The contracts that deeds and determinations in a text are of, by name: a first look, before the text is read. */
export const deedsIn = (text: string): string[] => [...text.matchAll(DEED)].map(([, of]) => of!);

const DEED = /\b(?:variation|determination)\s+[\w-]+\s+(?:"[^"\n]*"\s+)?of\s+([\w-]+)/g;
