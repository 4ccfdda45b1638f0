import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkFiles } from "@concordat/language";
import type { ContractModel } from "@concordat/model";

const EXAMPLES = fileURLToPath(new URL("../../../examples", import.meta.url));

const holdsContract = ({ text }: { text: string }): boolean => /^contract /m.test(text);

/** Every contract in `examples/`, by the path of its file there. */
export async function exampleContracts(): Promise<Map<string, readonly ContractModel[]>> {
  const files = readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".concordat"))
    .sort()
    .map((path) => ({ path, file: join(EXAMPLES, path), text: readFileSync(join(EXAMPLES, path), "utf8") }));
  const checked = await checkFiles(files, (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined));
  return new Map(
    files
      .filter(holdsContract)
      .map(({ path, file }) => [path, checked.find((one) => one.file === file)?.contracts ?? []]),
  );
}
