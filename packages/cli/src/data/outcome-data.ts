import path from "node:path";
import { type QuarantinedRow, readOutcomeData } from "@concordat/data";
import type { ContractModel, OutcomeData } from "@concordat/model";
import type { Io } from "../io.js";
import { progress } from "../output/progress.js";
import { Refusal } from "../refusal.js";
import { problemInWords } from "./problem-in-words.js";

export interface GivenData {
  readonly data: OutcomeData;
  readonly quarantine: readonly QuarantinedRow[];
  /** What is worth knowing of the data, a sentence or two each. */
  readonly remarks: readonly string[];
}

/** Reads outcome data for a contract. Where any of it cannot be read at all, nothing is worked out on the rest. */
export async function readData(contract: ContractModel, named: string, io: Io): Promise<GivenData> {
  const done = progress("Reading outcome data…", io);
  const { data, quarantine, problems } = await readOutcomeData(contract, path.resolve(io.cwd, named)).finally(done);
  const fatal = problems.filter((problem) => problem.fatal);
  if (fatal.length > 0) {
    throw new Refusal(
      "The outcome data cannot be used as it is.",
      fatal.map((problem) => `  ${problemInWords(problem)}`).join("\n"),
    );
  }
  return { data, quarantine, remarks: problems.map(problemInWords) };
}
