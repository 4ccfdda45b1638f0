import assert from "node:assert/strict";
import { checkFiles } from "@concordat/language";
import type { ContractModel } from "@concordat/model";

export const WARDS = `ward,name,population
a,Ash,10000
b,Birch,11000
c,Cedar,9000
d,Damson,12000
`;

const HEADER = `
  currency    GBP
  term        from 1 April 2026 to 31 March 2028
  year        starts 1 April
  settled     each year
  rounding    nearest penny, halves away from zero
  division    by largest remainder
  commissioner board "Board", contributes 100%
  provider trust "Trust"
  provider charity "Charity"
`;

/** A contract of these lines, beside these files; the messages of its findings by severity. */
export async function written(
  lines: string,
  files: Record<string, string> = { "wards.csv": WARDS },
): Promise<{ contract: ContractModel | undefined; messages: string[]; ids: string[] }> {
  const text = `contract test "Test" {${HEADER}${lines}\n}\n`;
  const [checked] = await checkFiles([{ file: "test.concordat", text }], (path) => files[path.split("/").at(-1)!]);
  const told = checked!.findings.filter(({ severity }) => severity !== "information");
  return {
    contract: checked!.contracts[0],
    messages: told.map(({ message }) => message),
    ids: told.map(({ id }) => id),
  };
}

/** The contract, which has no mistake. */
export async function sound(lines: string, files?: Record<string, string>): Promise<ContractModel> {
  const { contract, messages } = await written(lines, files);
  assert.ok(contract, messages.join("\n"));
  return contract;
}
