import type { Place } from "../evaluate/evaluation.js";
import type { ContractNode, NodeKind, NodeOf } from "../nodes/node.js";
import type { Bounding } from "./bounding.js";
import { across } from "./nodes/across.js";
import { atLeast } from "./nodes/at-least.js";
import { atMost } from "./nodes/at-most.js";
import { attribute } from "./nodes/attribute.js";
import { balance } from "./nodes/balance.js";
import { banded } from "./nodes/banded.js";
import { compares } from "./nodes/compares.js";
import { constant } from "./nodes/constant.js";
import { credit } from "./nodes/credit.js";
import { cumulative } from "./nodes/cumulative.js";
import { dated } from "./nodes/dated.js";
import { divided } from "./nodes/divided.js";
import { falls } from "./nodes/falls.js";
import { given } from "./nodes/given.js";
import { higher } from "./nodes/higher.js";
import { indexed } from "./nodes/indexed.js";
import { less } from "./nodes/less.js";
import { lineValue } from "./nodes/line-value.js";
import { logic } from "./nodes/logic.js";
import { lookup } from "./nodes/lookup.js";
import { lower } from "./nodes/lower.js";
import { metric } from "./nodes/metric.js";
import { onlyWhen } from "./nodes/only-when.js";
import { paymentValue } from "./nodes/payment-value.js";
import { plus } from "./nodes/plus.js";
import { points } from "./nodes/points.js";
import { pool } from "./nodes/pool.js";
import { present } from "./nodes/present.js";
import { rateCard } from "./nodes/rate-card.js";
import { reach } from "./nodes/reach.js";
import { rounded } from "./nodes/rounded.js";
import { scaled } from "./nodes/scaled.js";
import { significant } from "./nodes/significant.js";
import { span } from "./nodes/span.js";
import { standardised } from "./nodes/standardised.js";
import { test } from "./nodes/test.js";
import { tiered } from "./nodes/tiered.js";
import { times } from "./nodes/times.js";
import { weighted } from "./nodes/weighted.js";
import { withholds } from "./nodes/withholds.js";
import type { Possible } from "./possible.js";

/** All that a node can come to, given all that its operands can: never less than what it does come to. */
type Bounds<N> = (node: N, place: Place, bounding: Bounding) => Possible;

const BOUNDS: { readonly [K in NodeKind]: Bounds<NodeOf<K>> } = {
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

export const boundsOfNode = (node: ContractNode, place: Place, bounding: Bounding): Possible =>
  (BOUNDS[node.kind] as Bounds<ContractNode>)(node, place, bounding);
