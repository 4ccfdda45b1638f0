import { z } from "zod";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { AcrossNode, across } from "./across.js";
import { AtLeastNode, atLeast } from "./at-least.js";
import { AtMostNode, atMost } from "./at-most.js";
import { AttributeNode, attribute } from "./attribute.js";
import { BalanceNode, balance } from "./balance.js";
import { BandedNode, banded } from "./banded.js";
import { ComparesNode, compares } from "./compares.js";
import { ConstantNode, constant } from "./constant.js";
import { CreditNode, credit } from "./credit.js";
import { CumulativeNode, cumulative } from "./cumulative.js";
import { DatedNode, dated } from "./dated.js";
import { DividedNode, divided } from "./divided.js";
import { FallsNode, falls } from "./falls.js";
import { GivenNode, given } from "./given.js";
import { HigherNode, higher } from "./higher.js";
import { IndexedNode, indexed } from "./indexed.js";
import { LessNode, less } from "./less.js";
import { LineValueNode, lineValue } from "./line-value.js";
import { LogicNode, logic } from "./logic.js";
import { LookupNode, lookup } from "./lookup.js";
import { LowerNode, lower } from "./lower.js";
import { MetricNode, metric } from "./metric.js";
import { OnlyWhenNode, onlyWhen } from "./only-when.js";
import { PaymentValueNode, paymentValue } from "./payment-value.js";
import { PlusNode, plus } from "./plus.js";
import { PointsNode, points } from "./points.js";
import { PoolNode, pool } from "./pool.js";
import { PresentNode, present } from "./present.js";
import { RateCardNode, rateCard } from "./rate-card.js";
import { ReachNode, reach } from "./reach.js";
import { RoundedNode, rounded } from "./rounded.js";
import { ScaledNode, scaled } from "./scaled.js";
import { SignificantNode, significant } from "./significant.js";
import { SpanNode, span } from "./span.js";
import { StandardisedNode, standardised } from "./standardised.js";
import { TestNode, test } from "./test.js";
import { TieredNode, tiered } from "./tiered.js";
import { TimesNode, times } from "./times.js";
import { WeightedNode, weighted } from "./weighted.js";
import { WithholdsNode, withholds } from "./withholds.js";

export const ContractNode = z.discriminatedUnion("kind", [
  ConstantNode,
  DatedNode,
  IndexedNode,
  GivenNode,
  AttributeNode,
  LookupNode,
  PlusNode,
  LessNode,
  TimesNode,
  DividedNode,
  HigherNode,
  LowerNode,
  ScaledNode,
  TieredNode,
  BandedNode,
  TestNode,
  LogicNode,
  OnlyWhenNode,
  AtMostNode,
  AtLeastNode,
  RoundedNode,
  PresentNode,
  SpanNode,
  ReachNode,
  AcrossNode,
  MetricNode,
  PoolNode,
  PointsNode,
  WithholdsNode,
  CreditNode,
  FallsNode,
  StandardisedNode,
  SignificantNode,
  WeightedNode,
  RateCardNode,
  ComparesNode,
  CumulativeNode,
  PaymentValueNode,
  LineValueNode,
  BalanceNode,
]);
export type ContractNode = z.infer<typeof ContractNode>;
export type NodeKind = ContractNode["kind"];
export type NodeOf<K extends NodeKind> = Extract<ContractNode, { kind: K }>;

/** What the model knows of a kind of node. A kind without its rule does not compile. */
export interface NodeRule<N> {
  /** Ids of the nodes that it reads. */
  operands(node: N): string[];
  /** Total: a value or *missing* for every input. */
  evaluate(node: N, place: Place, evaluation: Evaluation): Evaluated;
}

export const NODE_RULES: { readonly [K in NodeKind]: NodeRule<NodeOf<K>> } = {
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

const ruleOf = (node: ContractNode): NodeRule<ContractNode> => NODE_RULES[node.kind] as NodeRule<ContractNode>;
export const operandsOf = (node: ContractNode): string[] => ruleOf(node).operands(node);
export const evaluateNode = (node: ContractNode, place: Place, evaluation: Evaluation): Evaluated =>
  ruleOf(node).evaluate(node, place, evaluation);
