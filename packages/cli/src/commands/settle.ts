import { quarantineCsv } from "@concordat/data";
import { renderStatement } from "@concordat/documents";
import { type ContractModel, type Statement, settle } from "@concordat/model";
import type { Command } from "commander";
import { readOneContract } from "../contracts/one-contract.js";
import { namedPeriod } from "../data/named-period.js";
import { type GivenData, readData } from "../data/outcome-data.js";
import { quarantineSummary } from "../data/quarantine-summary.js";
import { undetermined } from "../data/undetermined.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { deliver } from "../output/deliver.js";
import { listed } from "../output/words.js";
import { Refusal } from "../refusal.js";
import { software } from "../version.js";
import { contractOption, dataOption, formatOption, outOption, type Run } from "./command.js";

interface Options {
  readonly data: string;
  readonly period?: string;
  readonly format: string;
  readonly out?: string;
  readonly quarantine?: string;
  readonly contract?: string;
}

const FORMATS: Record<string, (statement: Statement, contract: ContractModel) => string> = {
  text: (statement) => renderStatement(statement, "text"),
  json: (statement) => JSON.stringify(statement, null, 2),
  csv: (statement) => renderStatement(statement, "csv"),
  html: (statement) => renderStatement(statement, "html"),
};

/** `concordat settle`: outcome data in, the payment statement out. */
export function addSettle(program: Command, run: Run): void {
  program
    .command("settle")
    .summary("work out who is paid what, and why")
    .description("Works out every payment from outcome data: who is paid what, by whom, for which outcome, and why.")
    .argument("<contract>", "a contract")
    .addOption(dataOption())
    .option("--period <period>", 'settle only what ends inside it, as "2026/27" or "2026/27 Q1"')
    .addOption(formatOption(Object.keys(FORMATS)))
    .addOption(outOption())
    .option("--quarantine <file>", "write the rows that could not be used, and why, as CSV")
    .addOption(contractOption())
    .addHelpText("after", HELP)
    .action((named: string, options: Options) => run((io) => settleContract(named, options, io)));
}

const HELP = `
Without --period, every period is settled up to the last that any data is known for. Rows that cannot be
used are set aside, counted, and never guessed at. Ends with 1 where a payment cannot be determined.

Examples:
  concordat settle rochdale.concordat --data data/
  concordat settle rochdale.concordat --data data/ --period "2026/27" --format json --out 2026-27.json
  concordat settle rochdale.concordat --data data/ --quarantine set-aside.csv`;

async function settleContract(named: string, options: Options, io: Io): Promise<ExitCode> {
  const { contract, digest } = await readOneContract(named, options.contract, io);
  const period = namedPeriod(options.period, contract);
  const given = await readData(contract, options.data, io);
  const statement = settle(contract, given.data, {
    ...(period === undefined ? {} : { period }),
    software,
    contractDigest: digest,
  });
  if (period && statement.periods.length === 0) throw nothingInside(period.label, contract);
  await deliver(FORMATS[options.format]!(statement, contract), options.out, "The statement", io);
  await sayOfData(given, options, io);
  const lacking = undetermined(statement);
  if (lacking.length > 0) io.stderr.write(`${lacking.join("\n")}\n`);
  return lacking.length > 0 ? EXIT.findings : EXIT.fine;
}

function nothingInside(label: string, contract: ContractModel): Refusal {
  const each = [...new Set(contract.payments.map((payment) => payment.each))].map((kind) => `each ${kind}`);
  return new Refusal(`No payment of ${contract.name} ends inside ${label}.`, `Payments are settled ${listed(each)}.`);
}

/** After a statement for reading it stands below; after one for programs, on the error output. */
async function sayOfData({ data, quarantine, remarks }: GivenData, options: Options, io: Io): Promise<void> {
  const sink = options.format === "text" && options.out === undefined ? io.stdout : io.stderr;
  const lines = [...remarks.map((remark) => `Data: ${remark}`), ...quarantineSummary(quarantine, data)];
  if (lines.length > 0) sink.write(`\n${lines.join("\n")}\n`);
  if (options.quarantine !== undefined) {
    await deliver(quarantineCsv([...quarantine]), options.quarantine, "What was set aside", io);
  } else if (quarantine.length > 0) sink.write("To see each of them: --quarantine set-aside.csv\n");
}
