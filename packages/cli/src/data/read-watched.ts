import path from "node:path";
import { type DataResult, readOutcomeData } from "@concordat/data";
import type { ContractModel } from "@concordat/model";
import type { Io } from "../io.js";
import { progress } from "../output/progress.js";
import { stopped } from "../refusal.js";

/** Reads outcome data, showing on a terminal how far it is, and stopping where its user says so. */
export async function readWatched(contract: ContractModel, named: string, io: Io): Promise<DataResult> {
  const shown = progress(io);
  const controller = new AbortController();
  const release = io.whenStopped?.(() => controller.abort());
  try {
    const { signal } = controller;
    return await readOutcomeData(contract, path.resolve(io.cwd, named), { signal, onProgress: shown.say });
  } catch (error) {
    throw controller.signal.aborted ? stopped() : error;
  } finally {
    release?.();
    shown.end();
  }
}
