import type { QuarantinedRow } from "@concordat/data";
import type { ContractModel, OutcomeData } from "@concordat/model";
import type { Io } from "../io.js";
import { Refusal } from "../refusal.js";
import { problemInWords } from "./problem-in-words.js";
import { readWatched } from "./read-watched.js";

export interface GivenData {
  readonly data: OutcomeData;
  readonly quarantine: readonly QuarantinedRow[];
  /** What is worth knowing of the data, a sentence or two each. */
  readonly remarks: readonly string[];
}

/** Reads outcome data for a contract. Where any of it cannot be read at all, nothing is worked out on the rest. */
export async function readData(contract: ContractModel, named: string, io: Io): Promise<GivenData> {
  const { data, quarantine, problems } = await readWatched(contract, named, io);
  const fatal = problems.filter((problem) => problem.fatal);
  if (fatal.length > 0) {
    const sentences = fatal.map((problem) => `  ${problemInWords(problem)}`);
    throw new Refusal("The outcome data cannot be used as it is.", sentences.join("\n"));
  }
  // What was set aside is summed up by its reasons: see `quarantineSummary`.
  const remarks = problems.filter(({ id }) => id !== "rows-quarantined").map(problemInWords);
  return { data, quarantine, remarks };
}
