import path from "node:path";
import { tablesOf, templateName } from "@concordat/data";
import type { TemplateOptions } from "../commands/data.js";
import { readOneContract } from "../contracts/one-contract.js";
import { templateWorkbook } from "../data/template-workbook.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { writeNewFiles } from "./new-files.js";

/** Writes an empty table for each that the contract reads, and a workbook of all: all of them, or none where one is there. */
export async function writeTemplates(named: string, options: TemplateOptions, io: Io): Promise<ExitCode> {
  const { contract } = await readOneContract(named, options.contract, io);
  const tables = tablesOf(contract);
  if (tables.length === 0) {
    io.stdout.write(`${contract.name} reads no data.\n`);
    return EXIT.fine;
  }
  const folder = path.resolve(io.cwd, options.out);
  const texts = tables.map(({ name, columns }) => ({
    file: path.join(folder, `${name}.csv`),
    content: `${columns.map((column) => csvName(column.name)).join(",")}\n`,
  }));
  const workbook = {
    file: path.join(folder, templateName(contract.name)),
    content: await templateWorkbook(contract.title ?? contract.name, tables),
  };
  await writeNewFiles(folder, [...texts, workbook], io);
  return EXIT.fine;
}

const csvName = (name: string): string => (/[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);
