import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type CheckedFile, checkFiles } from "@concordat/language";
import type { ContractModel } from "@concordat/model";
import { root } from "./root.js";

/** Every contract file under `examples/`, relative to it: "qof/prevalence.concordat". Libraries and deeds are not among them. */
export const exampleFiles = (): string[] =>
  readdirSync(join(root, "examples"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".concordat") && holdsContract(join(root, "examples", name)))
    .sort();

const holdsContract = (path: string): boolean => /^contract /m.test(readFileSync(path, "utf8"));

export async function checkFile(path: string): Promise<CheckedFile> {
  const read = (name: string): string | undefined => (existsSync(name) ? readFileSync(name, "utf8") : undefined);
  const [checked] = await checkFiles([{ file: path, text: readFileSync(path, "utf8") }], read);
  return checked!;
}

export const checkExample = (name: string): Promise<CheckedFile> => checkFile(join(root, "examples", name));

/** The one contract of an example's file. Fails with what is wrong where it is not clean. */
export const exampleContract = (name: string): Promise<ContractModel> => contractIn(join(root, "examples", name));

export async function contractIn(path: string): Promise<ContractModel> {
  const { findings, contracts } = await checkFile(path);
  const [contract, another] = contracts;
  if (!contract || another) throw new Error(said(findings) || `${basename(path)} does not hold exactly one contract`);
  return contract;
}

export const said = (findings: CheckedFile["findings"]): string =>
  findings.map(({ range, message, whatToDo }) => `line ${range.line}: ${message} ${whatToDo}`).join("\n");

/** Where the data of an example lie: `data/<contract's file>` in its folder, or else `data`. */
export function dataFolderOf(name: string): string {
  const folder = join(root, "examples", dirname(name), "data");
  const own = join(folder, basename(name, ".concordat"));
  return existsSync(own) ? own : folder;
}
