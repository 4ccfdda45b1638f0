import type { Command, CommanderError } from "commander";
import { didYouMean } from "./did-you-mean.js";
import { listed } from "./output/words.js";
import { Refusal } from "./refusal.js";

/** What was wrong with the words of a command line, in a sentence, with the name that was probably meant. */
export function wrongUse(error: CommanderError, args: readonly string[], program: Command): Refusal {
  const command = commandOf(args, program);
  const named = command && namesTo(command).join(" ");
  const help = `To see how it is used: concordat ${named === undefined ? "--help" : `help ${named}`}`;
  const [, first = "", second = ""] = /'([^']*)'(?:.*'([^']*)')?/s.exec(error.message) ?? [];
  switch (error.code) {
    case "commander.unknownCommand":
      return unknownCommand(first, command ?? program);
    case "commander.help":
      if (command !== undefined) return unknownCommand(args[1] === "help" ? (args[2] ?? "") : "", command);
      return args[0] === "help" ? unknownCommand(args[1] ?? "", program) : unknownCommand(args[0] ?? "", program);
    case "commander.unknownOption": {
      const known = (command ?? program).options.map((option) => option.long ?? option.flags);
      const where = command ? ` of concordat ${named}` : "";
      return new Refusal(`There is no option ${first}${where}.${didYouMean(first, known)}`, help);
    }
    case "commander.missingArgument":
      return new Refusal(`It is not said which ${first.replace("...", "")} is meant.`, help);
    case "commander.optionMissingArgument":
      return new Refusal(`Something must follow ${flag(first)}.`, help);
    case "commander.missingMandatoryOptionValue":
      return new Refusal(`The option ${flag(first)} is needed.`, help);
    case "commander.invalidArgument":
      return new Refusal(`${flag(first)} cannot be ${second || "that"}.${choices(error.message)}`, help);
    case "commander.excessArguments":
      return new Refusal("There is one name too many on the line.", help);
    default:
      return new Refusal(error.message.replace(/^error: /, ""), help);
  }
}

/** The command that the first words of a line name, as `data check`. */
function commandOf([first, ...rest]: readonly string[], program: Command): Command | undefined {
  const command = program.commands.find((candidate) => candidate.name() === first);
  return command && (commandOf(rest, command) ?? command);
}

const namesTo = (command: Command): string[] =>
  command.parent === null ? [] : [...namesTo(command.parent), command.name()];

/** The parser takes help about a command of a command, as `help data check`, only after the first: `data help check`. */
export function helpWhereItIsTaken(args: readonly string[], program: Command): readonly string[] {
  const [help, first, ...rest] = args;
  const group = program.commands.find((candidate) => candidate.name() === first && candidate.commands.length > 0);
  return help === "help" && first !== undefined && group && rest.length > 0 ? [first, "help", ...rest] : args;
}

/** Where the line begins with a word that is no command. */
export function noSuchCommand([first = ""]: readonly string[], program: Command): Refusal | undefined {
  const names = ["help", ...program.commands.flatMap((command) => [command.name(), ...command.aliases()])];
  return first === "" || first.startsWith("-") || names.includes(first) ? undefined : unknownCommand(first, program);
}

const flag = (flags: string): string => flags.split(" ")[0]!;

/** From "Allowed choices are text, json.", as commander says it. */
function choices(message: string): string {
  const names = /Allowed choices are (.*)\.$/s.exec(message)?.[1]?.split(", ");
  return names ? ` It can be ${names.join(", ")}.` : "";
}

function unknownCommand(written: string, program: Command): Refusal {
  const names = program.commands.map((candidate) => candidate.name());
  const whole = program.parent === null ? "concordat" : `concordat ${program.name()}`;
  const which = `The commands are ${listed(names)}. To learn them: ${whole} --help`;
  if (written === "") return new Refusal("It is not said what to do.", which);
  return new Refusal(`There is no command ${written}.${didYouMean(written, names)}`, which);
}
