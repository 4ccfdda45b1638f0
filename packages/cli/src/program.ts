import { Command } from "commander";
import { addCheck } from "./commands/check.js";
import type { Run } from "./commands/command.js";
import { addCompile } from "./commands/compile.js";
import { addConsolidate } from "./commands/consolidate.js";
import { addData } from "./commands/data.js";
import { addExplain } from "./commands/explain.js";
import { addFormat } from "./commands/format.js";
import { addLsp } from "./commands/lsp.js";
import { addSettle } from "./commands/settle.js";
import { addSummarise } from "./commands/summarise.js";
import { addTest } from "./commands/test.js";
import { addVerify } from "./commands/verify.js";
import type { Io } from "./io.js";
import { version } from "./version.js";

/** Every command, in the order in which someone who learns them meets them. */
const COMMANDS = [
  addCheck,
  addTest,
  addFormat,
  addSettle,
  addVerify,
  addConsolidate,
  addExplain,
  addSummarise,
  addCompile,
  addData,
  addLsp,
];

export function buildProgram(io: Io, run: Run): Command {
  const program = new Command("concordat")
    .description("Checks, tests and settles outcomes-based contracts, and explains every payment.")
    .usage("<command> …")
    .version(version, "-V, --version", "the version of this program")
    .helpOption("-h, --help", "how to use the program or a command")
    .helpCommand("help [command]", "how to use a command")
    .addHelpText("after", HELP)
    .configureHelp({
      subcommandTerm: (command) => `${command.name()} ${command.usage().replace("[options] ", "")}`.trim(),
    })
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: () => {}, // what is said of wrong use is in wrong-use.ts
      getOutHelpWidth: () => 100,
    });
  for (const add of COMMANDS) add(program, run);
  return program;
}

const HELP = `
Ends with 0 where all is well; 1 where something was found: a contract has an error, an example fails, a
payment cannot be determined; 2 where the command was used wrongly or could not run.

Examples:
  concordat check rochdale.concordat
  concordat test rochdale.concordat
  concordat settle rochdale.concordat --data data/ --period "2026/27"
  concordat explain rochdale.concordat --data data/ --payment outcomes
  concordat summarise rochdale.concordat --to html --out summary.html
  concordat compile rochdale.concordat --to javascript --out rochdale.mjs

More on one of them: concordat help settle`;
