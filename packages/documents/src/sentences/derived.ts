import type { ContractModel, RecordSet } from "@concordat/model";
import { type Clause, clause } from "../document/document.js";
import { say, strong, term, text } from "../document/phrase.js";
import { conditionPhrase } from "./condition.js";
import { anchor, plainName, titleOf } from "./names.js";

/** Which rows of other records these are. */
export function derivedClause(
  records: RecordSet,
  { from, where, pick }: NonNullable<RecordSet["derived"]>,
  contract: ContractModel,
): Clause {
  const basis = contract.records.find(({ name }) => name === from)!;
  const rows = term(titleOf(basis), anchor("records", from));
  const such = where ? say` in which ${conditionPhrase(where, basis, contract.currency)}` : text("");
  const date = strong(plainName(records.datedBy));
  const of = pick?.each ? ` in each ${pick.each}` : "";
  const one = pick
    ? say`; of each person only the ${pick.which} of them${of} by ${date}, and of several on one day the one that stands ${pick.which} in the data`
    : text("");
  return clause(
    say`${strong(titleOf(records))} are the rows of ${rows}${such}${one}. They are not reported again. A row counts in the period that holds its date ${date}.`,
  );
}
