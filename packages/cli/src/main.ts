import { CommanderError } from "commander";
import { withKnownOnJoined } from "./data/known-on.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { type Io, processIo } from "./io.js";
import { coloursFor } from "./output/colour.js";
import { printable } from "./output/printable.js";
import { buildProgram } from "./program.js";
import { isRefusal, type Refusal } from "./refusal.js";
import { helpWhereItIsTaken, noSuchCommand, wrongUse } from "./wrong-use.js";

/** Runs one `concordat` command, without the program's name in `line`. Answers the exit code, and never throws. */
export async function main(line: readonly string[], io: Io = processIo()): Promise<number> {
  let exitCode: ExitCode = EXIT.fine;
  const program = buildProgram(io, async (work) => {
    exitCode = await work(io);
  });
  const args = helpWhereItIsTaken(line, program);
  // Asked for help about what is none, the parser would show that of the whole program, as if all were well.
  const unknown = noSuchCommand(args, program);
  if (unknown) return refuse(unknown, io);
  try {
    await program.parseAsync(withKnownOnJoined(args), { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? EXIT.fine : refuse(wrongUse(error, args, program), io);
    return isRefusal(error) ? refuse(error, io) : reportFault(error, io);
  }
}

function refuse({ message, whatToDo, exitCode }: Refusal, io: Io): ExitCode {
  io.stderr.write(`${coloursFor(io.stderr, io).red("concordat:")} ${printable(message)}\n`);
  if (whatToDo !== undefined) io.stderr.write(`${printable(whatToDo)}\n`);
  return exitCode;
}

/** What should not happen at all. Its user is told so, and not shown the inside of the program unless asked for. */
function reportFault(error: unknown, io: Io): ExitCode {
  const said = error instanceof Error ? error.message : String(error);
  io.stderr.write(
    `concordat: this is a fault of Concordat and not of your contract (${printable(said).split("\n")[0]}). To report it, ` +
      "run the same command again with CONCORDAT_DEBUG=1 and send on all that it prints.\n",
  );
  if (io.env.CONCORDAT_DEBUG === "1" && error instanceof Error) io.stderr.write(`${error.stack}\n`);
  return EXIT.cannotRun;
}
