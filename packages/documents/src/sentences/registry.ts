import {
  type ContractModel,
  type ContractNode,
  type LineConstruct,
  money,
  type NodeKind,
  type NodeOf,
} from "@concordat/model";
import type { Clause } from "../document/document.js";
import { type Phrase, say, term } from "../document/phrase.js";
import { across } from "./across.js";
import { coinOf } from "./amount.js";
import { atLeast, atLeastLine } from "./at-least.js";
import { atMost, atMostLine } from "./at-most.js";
import { attribute } from "./attribute.js";
import { balance } from "./balance.js";
import { banded, bandedLine } from "./banded.js";
import { compares, comparesLine } from "./compares.js";
import { constant } from "./constant.js";
import { credit, creditLine } from "./credit.js";
import { cumulative } from "./cumulative.js";
import { dated } from "./dated.js";
import { divided } from "./divided.js";
import { falls } from "./falls.js";
import { given } from "./given.js";
import { higher } from "./higher.js";
import { indexed } from "./indexed.js";
import { less, lessLine } from "./less.js";
import type { LineInHand } from "./line.js";
import { lineValue } from "./line-value.js";
import { logic } from "./logic.js";
import { lookup } from "./lookup.js";
import { lower } from "./lower.js";
import { metric } from "./metric.js";
import { definedName, placeOf, titleOf } from "./names.js";
import { onlyWhen, onlyWhenLine } from "./only-when.js";
import { paymentValue } from "./payment-value.js";
import { paysLine } from "./pays.js";
import { plus, plusLine } from "./plus.js";
import { points, pointsLine } from "./points.js";
import { pool, poolLine } from "./pool.js";
import { present } from "./present.js";
import { rateCard } from "./rate-card.js";
import { ratesLine } from "./rates.js";
import { reach } from "./reach.js";
import type { Reader } from "./reader.js";
import { rounded, roundedLine } from "./rounded.js";
import { scaled, scaledLine } from "./scaled.js";
import { significant } from "./significant.js";
import { span } from "./span.js";
import { standardised } from "./standardised.js";
import { test } from "./test.js";
import { tiered, tieredLine } from "./tiered.js";
import { times, timesLine } from "./times.js";
import { weighted } from "./weighted.js";
import { withholds, withholdsLine } from "./withholds.js";

/** Every kind of node as a noun phrase. A kind without its sentence does not compile. */
export const PHRASES: { readonly [K in NodeKind]: (node: NodeOf<K>, reader: Reader) => Phrase } = {
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

/** Every line of a payment as numbered sentences. */
export const LINES: { readonly [C in LineConstruct]: (line: LineInHand) => Clause[] } = {
  pays: paysLine,
  pool: poolLine,
  points: pointsLine,
  withholds: withholdsLine,
  credit: creditLine,
  rates: ratesLine,
  compares: comparesLine,
  "only-when": onlyWhenLine,
  times: timesLine,
  plus: plusLine,
  less: lessLine,
  "at-most": atMostLine,
  "at-least": atLeastLine,
  rounded: roundedLine,
  scaled: scaledLine,
  tiered: tieredLine,
  banded: bandedLine,
};

/** Kinds whose phrase would run into a neighbour's in a sum or a product. */
const LOOSE: ReadonlySet<NodeKind> = new Set<NodeKind>([
  "plus",
  "less",
  "divided",
  "times",
  "higher",
  "lower",
  "scaled",
  "tiered",
  "banded",
  "weighted",
  "across",
]);

/** Reads a contract's values aloud. */
export function readerOf(contract: ContractModel, words: ReadonlyMap<string, Phrase> = new Map()): Reader {
  const own = (node: ContractNode): Phrase =>
    (PHRASES[node.kind] as (node: ContractNode, reader: Reader) => Phrase)(node, reader);
  const defined = (node: ContractNode): Phrase | undefined => {
    const name = definedName(node, contract);
    return name === undefined ? undefined : term(titleOf({ name, title: node.title }), placeOf(name, contract));
  };
  const reader: Reader = {
    contract,
    penny: coinOf(contract.rounding.unit, money(contract.currency)),
    node(id) {
      const node = contract.nodes[id];
      if (!node) throw new Error(`the contract has no value ${id}`);
      return node;
    },
    phrase(id) {
      const node = reader.node(id);
      return words.get(id) ?? defined(node) ?? own(node);
    },
    operand(id) {
      const node = reader.node(id);
      const ofPhrase = node.kind === "times" && node.written === "of";
      const changes = node.kind === "dated" && (node.rows.length > 1 || node.flow !== null);
      const loose = (LOOSE.has(node.kind) && !ofPhrase) || changes;
      const plain = words.has(id) || defined(node) !== undefined || !loose;
      return plain ? reader.phrase(id) : say`(${reader.phrase(id)})`;
    },
    meaning: (id) => words.get(id) ?? own(reader.node(id)),
    saying: (id, said) => readerOf(contract, new Map([...words, [id, said]])),
  };
  return reader;
}
