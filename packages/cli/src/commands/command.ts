import { Option } from "commander";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";

/** What a command hands its work to: it runs with the world, and its exit code is the program's. */
export type Run = (work: (io: Io) => Promise<ExitCode>) => Promise<void>;

/** `--format`, with its choices; the first one is meant where none is named. */
export const formatOption = (formats: readonly string[]): Option =>
  new Option("--format <format>", "how to write the result").choices(formats).default(formats[0]);

export const outOption = (): Option => new Option("--out <file>", "write to a file and not to the screen");

export const contractOption = (): Option =>
  new Option("--contract <name>", "which contract, where the file holds several");

export const dataOption = (): Option =>
  new Option("--data <folder>", "the folder of outcome data, or its data.json").makeOptionMandatory();

export const asKnownOption = (): Option =>
  new Option("--as <known on day>", "use what was known on a day, as: --as known on 2026-09-30");

export const deedsOption = (): Option =>
  new Option("--deeds <path...>", "files or folders of deeds and determinations; else those in the contract's folder");
