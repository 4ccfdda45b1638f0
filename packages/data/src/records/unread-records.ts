import { type ContractModel, calendarOf, type InputValue } from "@concordat/model";
import type { RecordsNeed } from "../sources/needs.js";
import type { Source } from "../sources/resolve.js";
import { missingCohortTallies } from "./cohort-tallies.js";
import { derivedFrom } from "./derived.js";
import { cardsOf, missingCard } from "./rate-card.js";
import { missingTallies } from "./tallies.js";

/** All tallies missing, because there is no file or because it could not be read. */
export function unreadRecords(source: Source, need: RecordsNeed, contract: ContractModel): InputValue[] {
  const why = source.absent ?? `${source.shown} could not be read`;
  const calendar = calendarOf(contract.term, contract.yearStarts);
  return [need.records, ...derivedFrom(contract, need.records)].flatMap((records) => [
    ...missingTallies(contract, records, calendar, why),
    ...missingCohortTallies(records, { contract, calendar }, why),
    ...cardsOf(contract, records.name).flatMap((card) => missingCard(card, calendar, why)),
  ]);
}
