import type { ContractModel } from "../contract/contract.js";
import type { Step } from "../evaluate/evaluation.js";
import { reasonFor } from "../evaluate/reason.js";
import type { ContractNode, NodeKind, NodeOf } from "../nodes/node.js";
import { across } from "./across.js";
import { atLeast } from "./at-least.js";
import { atMost } from "./at-most.js";
import { attribute } from "./attribute.js";
import { balance } from "./balance.js";
import { banded } from "./banded.js";
import { compares } from "./compares.js";
import { constant } from "./constant.js";
import { credit } from "./credit.js";
import { cumulative } from "./cumulative.js";
import { dated } from "./dated.js";
import { divided } from "./divided.js";
import { falls } from "./falls.js";
import { given } from "./given.js";
import { higher } from "./higher.js";
import { indexed } from "./indexed.js";
import { less } from "./less.js";
import { lineValue } from "./line-value.js";
import { logic } from "./logic.js";
import { lookup } from "./lookup.js";
import { lower } from "./lower.js";
import { metric } from "./metric.js";
import { onlyWhen } from "./only-when.js";
import { paymentValue } from "./payment-value.js";
import { plus } from "./plus.js";
import { points } from "./points.js";
import { pool } from "./pool.js";
import { present } from "./present.js";
import { rateCard } from "./rate-card.js";
import { reach } from "./reach.js";
import { rounded } from "./rounded.js";
import { scaled } from "./scaled.js";
import { significant } from "./significant.js";
import { span } from "./span.js";
import { standardised } from "./standardised.js";
import { test } from "./test.js";
import { tiered } from "./tiered.js";
import { times } from "./times.js";
import { weighted } from "./weighted.js";
import { withholds } from "./withholds.js";
import { capitalised, type Words, wordsOf } from "./words.js";

/** Says a step whose value is known in plain English with its real values: no capital, no full stop. */
type Sentence<N> = (node: N, step: Step, words: Words) => string;

/** A kind of node without its sentence does not compile. */
export const SENTENCES: { readonly [K in NodeKind]: Sentence<NodeOf<K>> } = {
  constant,
  dated,
  indexed,
  given,
  attribute,
  lookup,
  plus,
  less,
  times,
  divided,
  higher,
  lower,
  scaled,
  tiered,
  banded,
  test,
  logic,
  "only-when": onlyWhen,
  "at-most": atMost,
  "at-least": atLeast,
  rounded,
  present,
  span,
  reach,
  across,
  metric,
  pool,
  points,
  withholds,
  credit,
  falls,
  standardised,
  significant,
  weighted,
  "rate-card": rateCard,
  compares,
  cumulative,
  "payment-value": paymentValue,
  "line-value": lineValue,
  balance,
};

function clauseOf(step: Step, words: Words): string {
  const { node, value } = step;
  if (value.is === "missing") {
    // The reason stands once, where it begins: what only reads something missing says no more than that.
    const below = step.inputs.filter((input) => input.value.is === "missing");
    if (below.length > 0) return `${words.name(node) ?? "this"} is not known, because of what it is worked out from`;
    return `${words.name(node) ?? "this"} is not known: ${reasonFor(value.lacks).replace(/\.$/, "")}`;
  }
  return (SENTENCES[node.kind] as Sentence<ContractNode>)(node, step, words);
}

/** The words of one contract: how its values and its steps are said. */
export const speakerOf = (contract: ContractModel): Words => wordsOf(contract, clauseOf);

/** A step in one sentence. What is missing says so, and why, whatever its kind. */
export const sentenceOf = (step: Step, words: Words): string => `${capitalised(clauseOf(step, words))}.`;
