import type { Command } from "commander";
import { asKnownOption, contractOption, dataOption, formatOption, outOption, type Run } from "./command.js";

export interface TemplateOptions {
  readonly out: string;
  readonly contract?: string;
}

export interface SchemaOptions {
  readonly table?: string;
  readonly out?: string;
  readonly contract?: string;
}

export interface DataCheckOptions {
  readonly data: string;
  readonly contract?: string;
  readonly deeds?: readonly string[];
  readonly as?: string;
  readonly quarantine?: string;
  readonly maxQuarantined?: string;
}

const DESCRIBE_FORMATS = ["text", "json"] as const;

export interface DescribeOptions {
  readonly data: string;
  readonly format: (typeof DESCRIBE_FORMATS)[number];
  readonly out?: string;
  readonly contract?: string;
  readonly deeds?: readonly string[];
  readonly as?: string;
}

/** `concordat data`: what has to do with outcome data alone, and not with money. */
export function addData(program: Command, run: Run): void {
  const data = program
    .command("data")
    .usage("<command> …")
    .summary("prepare and check outcome data")
    .description("Prepares and checks outcome data, without working out any payment.");
  data
    .command("template")
    .summary("write empty tables to fill in")
    .description(
      "Writes a CSV file for each table that the contract reads, and one workbook with a sheet for each: their columns, " +
        "what may stand in them, and no rows.",
    )
    .argument("<contract>", "a contract")
    .requiredOption("--out <folder>", "the folder to write them into")
    .addOption(contractOption())
    .addHelpText("after", TEMPLATE_HELP)
    .action((named: string, options: TemplateOptions) =>
      run(async (io) => (await import("../actions/data-template.js")).writeTemplates(named, options, io)),
    );
  data
    .command("schema")
    .summary("write the JSON Schema of each table")
    .description("Writes the JSON Schema of the tables that the contract reads: columns, types, allowed values, units.")
    .argument("<contract>", "a contract")
    .option("--table <name>", "of this table only")
    .option("--out <folder>", "write a file for each table into this folder, and not to the screen")
    .addOption(contractOption())
    .addHelpText("after", SCHEMA_HELP)
    .action((named: string, options: SchemaOptions) =>
      run(async (io) => (await import("../actions/data-schema.js")).writeSchemas(named, options, io)),
    );
  data
    .command("check")
    .summary("say what of the data can be used")
    .description("Reads outcome data as settle does, and says what can be used and what is wrong with the rest.")
    .argument("<contract>", "a contract")
    .addOption(dataOption())
    .option("--quarantine <file>", "write the rows that could not be used, and why, as CSV")
    .option("--max-quarantined <share>", 'rows that could not be used are well up to this share of a table, as "0.5%"')
    .addOption(asKnownOption())
    .addOption(contractOption())
    .addHelpText("after", CHECK_HELP)
    .action((named: string, options: DataCheckOptions) =>
      run(async (io) => (await import("../actions/data-check.js")).checkData(named, options, io)),
    );
  data
    .command("describe")
    .summary("say what stands in the data")
    .description("Says what stands in each column: how many cells, gaps and values, and how many rows in each period.")
    .argument("<contract>", "a contract")
    .addOption(dataOption())
    .addOption(formatOption(DESCRIBE_FORMATS))
    .addOption(outOption())
    .addOption(asKnownOption())
    .addOption(contractOption())
    .addHelpText("after", DESCRIBE_HELP)
    .action((named: string, options: DescribeOptions) =>
      run(async (io) => (await import("../actions/data-describe.js")).describeData(named, options, io)),
    );
}

const TEMPLATE_HELP = `
No file is overwritten.

Example:
  concordat data template rochdale.concordat --out data/`;

const SCHEMA_HELP = `
A row may hold more columns than these. Tools that read JSON Schema check JSON and JSON lines by it.

Examples:
  concordat data schema rochdale.concordat --table spells
  concordat data schema rochdale.concordat --out schemas/`;

const CHECK_HELP = `
Ends with 1 where a table cannot be read, a row was set aside, or more rows than --max-quarantined allows.

Examples:
  concordat data check rochdale.concordat --data data/
  concordat data check rochdale.concordat --data data/ --max-quarantined 0.5% --quarantine set-aside.csv`;

const DESCRIBE_HELP = `
Pseudonyms and free text are counted and never shown, nor are counts that data.json says are too small.

Example:
  concordat data describe rochdale.concordat --data data/`;
