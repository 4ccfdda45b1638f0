import type { ContractModel, RateCard, RecordSet, Tally } from "@concordat/model";
import type { Watch } from "../progress.js";
import { cardsOf } from "./rate-card.js";

/** Says that work on these begins: tallies, or a rate card. */
export type Begins = (what: readonly (Tally | RateCard)[]) => void;

const nameOf = (what: Tally | RateCard): string => ("metric" in what ? what.metric : (what.lines[0]?.count ?? ""));

/** Counts the metrics, and rate cards, of a source as work on them begins. */
export function metricCount(watch: Watch, source: string, contract: ContractModel, sets: readonly RecordSet[]): Begins {
  const all = sets.flatMap(({ name }) => [
    ...contract.tallies.filter(({ records, card }) => records === name && card === undefined),
    ...cardsOf(contract, name),
  ]);
  const total = new Set(all.map(nameOf)).size;
  const begun = new Set<string>();
  return (what) => {
    for (const each of what) begun.add(nameOf(each));
    watch.measuring(source, begun.size, total);
  };
}
