import path from "node:path";
import { tableSchemas } from "@concordat/data";
import type { SchemaOptions } from "../commands/data.js";
import { readOneContract } from "../contracts/one-contract.js";
import { didYouMean } from "../did-you-mean.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { listed } from "../output/words.js";
import { Refusal } from "../refusal.js";
import { writeNewFiles } from "./new-files.js";

/** Writes the JSON Schema of one table, of all in one, or of each in a file of its own. */
export async function writeSchemas(
  named: string,
  { table, out, contract: name }: SchemaOptions,
  io: Io,
): Promise<ExitCode> {
  const { contract } = await readOneContract(named, name, io);
  const all = tableSchemas(contract);
  const names = all.map((each) => each.name);
  if (table !== undefined && !names.includes(table)) {
    throw new Refusal(
      `${contract.name} reads no table ${table}.${didYouMean(table, names)}`,
      names.length === 0 ? undefined : `It reads ${listed(names)}.`,
    );
  }
  const chosen = all.filter((each) => table === undefined || each.name === table);
  if (chosen.length === 0) {
    io.stdout.write(`${contract.name} reads no data.\n`);
    return EXIT.fine;
  }
  if (out !== undefined) {
    const folder = path.resolve(io.cwd, out);
    const files = chosen.map((each) => ({
      file: path.join(folder, `${each.name}.schema.json`),
      content: `${JSON.stringify(each.schema, null, 2)}\n`,
    }));
    await writeNewFiles(folder, files, io);
    return EXIT.fine;
  }
  const schema = table === undefined ? together(contract.title ?? contract.name, chosen) : chosen[0]!.schema;
  io.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
  return EXIT.fine;
}

/** Of an object that holds every table by its name. */
const together = (title: string, tables: ReturnType<typeof tableSchemas>): object => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title,
  type: "object",
  properties: Object.fromEntries(
    tables.map(({ name, schema }) => [
      name,
      Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "$schema")),
    ]),
  ),
});
