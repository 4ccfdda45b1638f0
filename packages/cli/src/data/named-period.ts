import { type ContractModel, calendarOf, type Period, parsePeriod, previousDay, showDate } from "@concordat/model";
import { Refusal } from "../refusal.js";

/** The period that `--period` names. Refuses what is no period, and what lies outside the term. */
export function namedPeriod(text: string | undefined, contract: ContractModel): Period | undefined {
  if (text === undefined) return undefined;
  const calendar = calendarOf(contract.term, contract.yearStarts);
  const period = parsePeriod(text, calendar);
  if (!period) {
    throw new Refusal(`"${text}" is not a period of this contract.`, `Write it as ${examples(contract)}.`);
  }
  if (period.from >= period.to) {
    const term = `from ${showDate(calendar.from)} to ${showDate(previousDay(calendar.to))}`;
    throw new Refusal(`${period.label} lies outside the term of the contract, which runs ${term}.`);
  }
  return period;
}

function examples({ term, yearStarts }: ContractModel): string {
  const year = Number(term.from.slice(0, 4));
  const calendarYear = yearStarts.month === 1 && yearStarts.day === 1;
  const name = calendarYear ? `${year}` : `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
  return `"${name}", "${name} Q1", "${name} H1", "${year}-04" or "the term"`;
}
