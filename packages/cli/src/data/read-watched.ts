import path from "node:path";
import { type DataResult, type ReadOptions, readOutcomeData } from "@concordat/data";
import type { ContractModel } from "@concordat/model";
import type { Io } from "../io.js";
import { progress } from "../output/progress.js";
import { stopped } from "../refusal.js";

type Read<Result> = (contract: ContractModel, source: string, options: ReadOptions) => Promise<Result>;

/**
 * Reads outcome data, what was known on a day where one is given, showing on a terminal how far it is, and stopping where
 * its user says so.
 */
export const readWatched = (
  contract: ContractModel,
  named: string,
  io: Io,
  knownOn: string | undefined,
): Promise<DataResult> => watched(readOutcomeData, contract, named, io, knownOn);

/** The same for any way of reading. */
export async function watched<Result>(
  read: Read<Result>,
  contract: ContractModel,
  named: string,
  io: Io,
  knownOn: string | undefined,
): Promise<Result> {
  const shown = progress(io);
  const controller = new AbortController();
  const release = io.whenStopped?.(() => controller.abort());
  const options = { signal: controller.signal, onProgress: shown.say, ...(knownOn === undefined ? {} : { knownOn }) };
  try {
    return await read(contract, path.resolve(io.cwd, named), options);
  } catch (error) {
    throw controller.signal.aborted ? stopped() : error;
  } finally {
    release?.();
    shown.end();
  }
}
