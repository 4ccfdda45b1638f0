import type { Command } from "commander";
import {
  asKnownOption,
  contractOption,
  dataOption,
  deedsOption,
  formatOption,
  outOption,
  type Run,
} from "./command.js";

const FORMATS = ["text", "json", "csv", "html"] as const;
export type StatementFormat = (typeof FORMATS)[number];

export interface SettleOptions {
  readonly data: string;
  readonly period?: string;
  readonly format: StatementFormat;
  readonly out?: string;
  readonly quarantine?: string;
  readonly maxQuarantined?: string;
  readonly contract?: string;
  readonly as?: string;
  readonly deeds?: readonly string[];
  readonly closed?: readonly string[];
}

/** `concordat settle`: outcome data in, the payment statement out. */
export function addSettle(program: Command, run: Run): void {
  program
    .command("settle")
    .summary("work out who is paid what, and why")
    .description("Works out every payment from outcome data: who is paid what, by whom, for which outcome, and why.")
    .argument("<contract>", "a contract")
    .addOption(dataOption())
    .option("--period <period>", 'settle only what ends inside it, as "2026/27" or "2026/27 Q1"')
    .addOption(formatOption(FORMATS))
    .addOption(outOption())
    .option("--quarantine <file>", "write the rows that could not be used, and why, as CSV")
    .option("--max-quarantined <share>", 'settle nothing where more of a table could not be used, as "0.5%"')
    .option("--closed <file...>", "statements that are closed, as JSON: their periods are adjusted, not settled again")
    .addOption(asKnownOption())
    .addOption(deedsOption())
    .addOption(contractOption())
    .addHelpText("after", HELP)
    .action((named: string, options: SettleOptions) =>
      run(async (io) => (await import("../actions/settle.js")).settleContract(named, options, io)),
    );
}

const HELP = `
Without --period, every period is settled up to the last that any data is known for. Rows that cannot be
used are set aside, counted, and never guessed at. Deeds of variation and determinations in the contract's folder
apply: each period is settled by the contract as it stood. Ends with 1 where a payment cannot be determined.

With --closed, later data may give another result for a period that has been settled. The closed statement stays as
it is, and the difference is one adjustment in the new one, listed by period. Give every closed statement, the earliest first.

With --as known on a day, of each table the latest extract that had been made by then is used, and what was decided later
is left out. data.json says when an extract was made.

Examples:
  concordat settle rochdale.concordat --data data/
  concordat settle rochdale.concordat --data data/ --period "2026/27" --format json --out 2026-27.json
  concordat settle rochdale.concordat --data data/ --quarantine set-aside.csv
  concordat settle rochdale.concordat --data data/ --closed 2026-27.json
  concordat settle rochdale.concordat --data data/ --as known on 2026-09-30`;
