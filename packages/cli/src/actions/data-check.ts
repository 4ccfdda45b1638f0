import path from "node:path";
import { readOutcomeData } from "@concordat/data";
import type { DataCheckOptions } from "../commands/data.js";
import { readInForce } from "../contracts/in-force.js";
import { problemInWords } from "../data/problem-in-words.js";
import { quarantineSummary } from "../data/quarantine-summary.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { printable } from "../output/printable.js";
import { counted } from "../output/words.js";

/** Says of each table how many rows can be used, and what is wrong with the rest. No payment is worked out. */
export async function checkData(named: string, options: DataCheckOptions, io: Io): Promise<ExitCode> {
  const { terms } = await readInForce(named, options, io);
  const reading = readOutcomeData(terms.at(-1)!.contract, path.resolve(io.cwd, options.data));
  const { data, quarantine, problems } = await reading;
  const tables = data.quality.map(
    ({ file, read, used, quarantined }) =>
      `${file}: ${counted(read, "row")} read, ${counted(used, "row")} can be used, ${counted(quarantined, "row")} set aside`,
  );
  const said = problems.filter(({ id }) => id !== "rows-quarantined").map(problemInWords);
  const lines = [...tables, ...said, ...quarantineSummary(quarantine, data)];
  io.stdout.write(`${printable(lines.join("\n"))}\n`);
  const sound = problems.every(({ fatal, id }) => fatal !== true && id !== "rows-quarantined");
  return sound ? EXIT.fine : EXIT.findings;
}
