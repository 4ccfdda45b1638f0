import { type NodeOf, Rational, type Unit } from "@concordat/model";
import { type Clause, clause, type Item, item } from "../document/document.js";
import { type Phrase, say, text } from "../document/phrase.js";
import { achievementOf } from "./achievement.js";
import { amount } from "./amount.js";
import type { LineInHand } from "./line.js";
import { fixedNumber } from "./look-through.js";
import { periodsOwn } from "./period.js";
import { type Missing, missingRule } from "./present.js";
import type { Reader } from "./reader.js";

const ratio: Unit = { kind: "quantity", dims: {}, shown: "percent" };

export const pool = (node: NodeOf<"pool">, reader: Reader): Phrase =>
  say`what is earned of the pool of ${reader.phrase(node.pool)}`;

/** `pool …` with its `weight` lines: each part is earned on its own, and the parts are added together. */
export function poolLine({ node, adds, payment, reader, after }: LineInHand): Clause[] {
  if (node.kind !== "pool") return [];
  const whole = fixedNumber(node.pool, reader);
  const { unit } = reader.node(node.pool);
  const size = whole ? say`pool of ${amount(whole, unit)}` : say`pool (${reader.phrase(node.pool)})`;
  const opening = say`of ${periodsOwn(payment.each)} ${size}, the following parts are earned and ${adds ? "added to the amount so far" : "added together"}`;
  return [
    clause(
      after(opening),
      node.weights.map((weight) => weightItem(weight, whole, unit, reader)),
    ),
    ...remainder(node),
  ];
}

type Weight = NodeOf<"pool">["weights"][number];

export function weightItem(weight: Weight, whole: Rational | undefined, unit: Unit, reader: Reader): Item {
  const part = Rational.parse(weight.weight);
  const money = whole ? ` (${amount(part.times(whole), unit)})` : "";
  const { on, how, items } = achievementOf(weight.achievement, "it", reader);
  const label = weight.label ? say` (“${weight.label}”)` : text("");
  return item(say`${amount(part, ratio)}${money}${label} depends on ${on}: ${how}.`, items);
}

/** Weights that others take over where their metric is not reported. */
export const sharedWeights = (node: NodeOf<"pool">, reader: Reader): Missing[] =>
  node.weights
    .filter(({ sharesWeight }) => sharesWeight)
    .map(({ achievement, source }) => ({
      subject: achievementOf(achievement, "it", reader).on,
      rule: missingRule({ kind: "share-weight", source }, reader),
    }));

function remainder(node: NodeOf<"pool">): Clause[] {
  const all = Rational.sum(node.weights.map(({ weight }) => Rational.parse(weight)));
  if (all.equals(Rational.one)) return [];
  return [
    clause(text(`These parts make up ${amount(all, ratio)} of the pool; the rest of the pool cannot be earned.`)),
  ];
}
