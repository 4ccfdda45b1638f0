import { existsSync, readFileSync } from "node:fs";
import { checkFiles } from "@concordat/language";
import type { ContractModel } from "@concordat/model";

/** The one contract of a file that has no errors. Paths are from the root of the project. */
export async function contractIn(file: string): Promise<ContractModel> {
  const read = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, "utf8") : undefined);
  const [checked] = await checkFiles([{ file, text: readFileSync(file, "utf8") }], read);
  const errors = checked!.findings.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new Error(errors.map(({ range, message }) => `${file}:${range.line} ${message}`).join("\n"));
  return checked!.contracts[0]!;
}
