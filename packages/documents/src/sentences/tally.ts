import type { ContractModel, Tally } from "@concordat/model";
import { type Phrase, say, term, text } from "../document/phrase.js";
import { conditionPhrase } from "./condition.js";
import { anchor, plainName, titleOf } from "./names.js";

/** "the number of Hospital spells in which method is emergency and age is at least 65". */
export function tallyPhrase(tally: Tally, contract: ContractModel): Phrase {
  const records = contract.records.find(({ name }) => name === tally.records);
  const rows = term(titleOf(records ?? { name: tally.records }), records && anchor("records", records.name));
  const where =
    tally.where && records ? say` in which ${conditionPhrase(tally.where, records, contract.currency)}` : text("");
  return say`${aggregate(tally)} ${rows}${where}`;
}

function aggregate({ aggregate, field }: Tally): string {
  switch (aggregate) {
    case "count":
      return "the number of rows of";
    case "people":
      return "the number of different people, each counted once, in";
    case "sum":
      return `the total of ${plainName(field ?? "")} in`;
  }
}
