import type { DataCheckOptions } from "../commands/data.js";
import { readInForce } from "../contracts/in-force.js";
import { problemInWords } from "../data/problem-in-words.js";
import { quarantineSummary } from "../data/quarantine-summary.js";
import { readWatched } from "../data/read-watched.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { printable } from "../output/printable.js";
import { counted } from "../output/words.js";

/** Says of each table how many rows can be used, and what is wrong with the rest. No payment is worked out. */
export async function checkData(named: string, options: DataCheckOptions, io: Io): Promise<ExitCode> {
  const { terms } = await readInForce(named, options, io);
  const { data, quarantine, problems } = await readWatched(terms.at(-1)!.contract, options.data, io);
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
