import type { Clause } from "./clause.js";
import { CONTRACT_CLAUSES } from "./contract.js";
import { INPUT_CLAUSES } from "./inputs.js";
import { METRIC_CLAUSES } from "./metrics.js";
import { PAYMENT_CLAUSES } from "./payments.js";
import { PROMISE_CLAUSES } from "./promises.js";

/** Every whole clause that completion offers. */
export const CLAUSES: readonly Clause[] = [
  ...CONTRACT_CLAUSES,
  ...INPUT_CLAUSES,
  ...METRIC_CLAUSES,
  ...PAYMENT_CLAUSES,
  ...PROMISE_CLAUSES,
];

const byPlace = new Map<string, Clause[]>();
for (const clause of CLAUSES) {
  const place = clause.at.join(" ");
  byPlace.set(place, [...(byPlace.get(place) ?? []), clause]);
}

/** The clauses that begin with a word of a rule. */
export const clausesAt = (rule: string, word: string): readonly Clause[] => byPlace.get(`${rule} ${word}`) ?? [];
