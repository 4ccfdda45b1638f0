import { type IsoDate, parseDate, showDate } from "@concordat/model";
import type { ConsolidateOptions } from "../commands/consolidate.js";
import { readInForce } from "../contracts/in-force.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { deliver } from "../output/deliver.js";
import { Refusal } from "../refusal.js";

/** Writes the contract as it stands on a day, or as all its deeds leave it. */
export async function consolidateContract(named: string, options: ConsolidateOptions, io: Io): Promise<ExitCode> {
  const { contract, terms } = await readInForce(named, options, io);
  const day = options.on === undefined ? undefined : dayOf(options.on);
  const { from, to } = contract.term;
  if (day !== undefined && (day < from || day > to)) {
    throw new Refusal(
      `${showDate(day)} lies outside the term of the contract, which runs from ${showDate(from)} to ${showDate(to)}.`,
    );
  }
  const standing = terms.findLast((one) => day === undefined || one.from <= day) ?? terms[0]!;
  await deliver(standing.text, options.out, "The contract", io);
  return EXIT.fine;
}

function dayOf(text: string): IsoDate {
  const day = parseDate(text);
  if (day !== undefined) return day;
  throw new Refusal(`"${text}" is not a date.`, 'Write it as "1 October 2027" or 2027-10-01.');
}
