import { EXIT, type ExitCode } from "./exit-codes.js";

/** Ends a command with a sentence for its user: what is wrong, and what to do about it. Never a stack trace. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    message: string,
    readonly whatToDo?: string,
    readonly exitCode: ExitCode = EXIT.cannotRun,
  ) {
    super(message);
  }
}

/** By name, since a loader of tests may hold this module twice. */
export const isRefusal = (error: unknown): error is Refusal => error instanceof Error && error.name === "Refusal";

/** Of a command that its user ended while it worked. */
export const stopped = (): Refusal => new Refusal("Stopped. Nothing was written.", undefined, EXIT.stopped);
