import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { tableTemplates } from "@concordat/data";
import type { TemplateOptions } from "../commands/data.js";
import { readOneContract } from "../contracts/one-contract.js";
import { pathShown } from "../contracts/paths.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { writeWhole } from "../output/write-file.js";
import { Refusal } from "../refusal.js";

/** Writes an empty table for each that the contract reads: all of them, or none where one is there already. */
export async function writeTemplates(named: string, options: TemplateOptions, io: Io): Promise<ExitCode> {
  const { contract } = await readOneContract(named, options.contract, io);
  const folder = path.resolve(io.cwd, options.out);
  const tables = tableTemplates(contract).map(({ name, columns }) => ({
    file: path.join(folder, `${name}.csv`),
    text: `${columns.map(csvName).join(",")}\n`,
  }));
  for (const { file } of tables) {
    if (await stat(file).catch(() => undefined)) {
      throw new Refusal(
        `${pathShown(file, io.cwd)} is there already, so nothing was written.`,
        "Name a folder that has no tables yet.",
      );
    }
  }
  if (tables.length === 0) {
    io.stdout.write(`${contract.name} reads no data.\n`);
    return EXIT.fine;
  }
  await mkdir(folder, { recursive: true }).catch(() => {
    throw new Refusal(`The folder ${pathShown(folder, io.cwd)} cannot be made.`, "Name another one.");
  });
  for (const { file, text } of tables) {
    await writeWhole(file, text, io);
    io.stdout.write(`${pathShown(file, io.cwd)}\n`);
  }
  return EXIT.fine;
}

const csvName = (name: string): string => (/[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);
