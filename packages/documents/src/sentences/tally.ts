import type { ContractModel, Tally } from "@concordat/model";
import { type Phrase, say, term, text } from "../document/phrase.js";
import { conditionPhrase } from "./condition.js";
import { anchor, plainName, titleOf } from "./names.js";
import { daysText } from "./time-between.js";

/** "the number of Hospital spells in which method is emergency and age is at least 65". */
export function tallyPhrase(tally: Tally, contract: ContractModel): Phrase {
  const records = contract.records.find(({ name }) => name === tally.records);
  const rows = term(titleOf(records ?? { name: tally.records }), records && anchor("records", records.name));
  const where =
    tally.where && records ? say` in which ${conditionPhrase(tally.where, records, contract.currency)}` : text("");
  return say`${aggregate(tally)} ${rows}${where}`;
}

function aggregate({ aggregate, field, rank, between }: Tally): string {
  const what = between ? daysText(between) : plainName(field ?? "");
  switch (aggregate) {
    case "count":
      if (between && !between.within) return `the number of rows that have both, of`;
      return "the number of rows of";
    case "people":
      return "the number of different people, each counted once, in";
    case "median":
      return `the median of ${what} (the value in the middle; of two in the middle their average) in`;
    case "percentile":
      return `percentile ${rank} of ${what} (the smallest value that ${rank} in a hundred rows do not exceed) in`;
    case "minimum":
      return `the smallest ${what} in`;
    case "maximum":
      return `the largest ${what} in`;
    case "sum":
      return `the total of ${what} in`;
  }
}
