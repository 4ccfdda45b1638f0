import { describeOutcomeData } from "@concordat/data";
import type { DescribeOptions } from "../commands/data.js";
import { readInForce } from "../contracts/in-force.js";
import { descriptionText } from "../data/description-text.js";
import { knownOn } from "../data/known-on.js";
import { problemInWords } from "../data/problem-in-words.js";
import { watched } from "../data/read-watched.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { deliver } from "../output/deliver.js";
import { printable } from "../output/printable.js";

/** Says what stands in the columns of each table, and how many rows in each period. */
export async function describeData(named: string, options: DescribeOptions, io: Io): Promise<ExitCode> {
  const { terms } = await readInForce(named, options, io);
  const { contract } = terms.at(-1)!;
  const day = knownOn(options.as);
  const { description, problems } = await watched(describeOutcomeData, contract, options.data, io, day);
  const said = problems.filter(({ id }) => id !== "rows-quarantined").map(problemInWords);
  const bars = options.out === undefined && io.stdout.isTTY === true;
  const text =
    options.format === "json"
      ? JSON.stringify({ ...description, remarks: said }, null, 2)
      : printable([...descriptionText(description, bars), ...(said.length > 0 ? ["", ...said] : [])].join("\n"));
  await deliver(text, options.out, "The description", io);
  return problems.some(({ fatal }) => fatal) ? EXIT.findings : EXIT.fine;
}
