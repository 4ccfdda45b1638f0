import { quarantineCsv } from "@concordat/data";
import type { DataCheckOptions } from "../commands/data.js";
import { readInForce } from "../contracts/in-force.js";
import { knownOn } from "../data/known-on.js";
import { limitBroken, quarantineLimit } from "../data/most-quarantined.js";
import { problemInWords } from "../data/problem-in-words.js";
import { quarantineSummary } from "../data/quarantine-summary.js";
import { readWatched } from "../data/read-watched.js";
import { rowsInWords } from "../data/rows-in-words.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { deliver } from "../output/deliver.js";
import { printable } from "../output/printable.js";

/** Says of each table how many rows can be used, and what is wrong with the rest. No payment is worked out. */
export async function checkData(named: string, options: DataCheckOptions, io: Io): Promise<ExitCode> {
  const { terms } = await readInForce(named, options, io);
  const { contract } = terms.at(-1)!;
  const limit = quarantineLimit(options.maxQuarantined);
  const { data, quarantine, problems } = await readWatched(contract, options.data, io, knownOn(options.as));
  const said = problems.filter(({ id }) => id !== "rows-quarantined").map(problemInWords);
  // Rows of figures are of periods and places, not of persons.
  const ofPersons = (name: string): boolean => contract.records.some((records) => records.name === name);
  const tables = data.quality.map(
    (file) => `${file.file}: ${rowsInWords(file, ofPersons(file.name) ? data.suppressBelow : undefined)}`,
  );
  const broken = limitBroken(limit, data);
  const lines = [...tables, ...said, ...quarantineSummary(quarantine, data), ...broken];
  io.stdout.write(`${printable(lines.join("\n"))}\n`);
  if (options.quarantine !== undefined) {
    await deliver(quarantineCsv([...quarantine]), options.quarantine, "What was set aside", io);
  }
  const within = limit === undefined ? quarantine.length === 0 : broken.length === 0;
  return within && problems.every(({ fatal }) => fatal !== true) ? EXIT.fine : EXIT.findings;
}
