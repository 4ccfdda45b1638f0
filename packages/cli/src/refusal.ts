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
