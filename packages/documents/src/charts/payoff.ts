import { type ContractModel, type ContractNode, money, type Payment, Rational, ratio } from "@concordat/model";
import { capitalised, wordsIn } from "../document/phrase.js";
import { gapWords } from "../sentences/compares.js";
import { linesInHand } from "../sentences/in-hand.js";
import { fixedNumber, lookThrough } from "../sentences/look-through.js";
import { anchor, titleOf } from "../sentences/names.js";
import type { Reader } from "../sentences/reader.js";
import { readerOf } from "../sentences/registry.js";
import { bandedCurve } from "./banded.js";
import type { Curve, Worth } from "./curve.js";
import { drawCurve } from "./draw.js";
import { markedAt } from "./now.js";
import { scaledCurve } from "./scaled.js";
import { axisOf } from "./subject.js";
import { tieredCurve } from "./tiered.js";

/** A curve of a payment, and the line (a node) that it is of. */
export interface PayoffCurve {
  readonly node: string;
  /** The node that stands along the foot. */
  readonly subject: string;
  readonly title: string;
  readonly description: string;
  readonly svg: string;
}

/**
 * The payoff curve of a payment as SVG: what one line of it (the first that has a curve, or the `line`th, from 0) pays
 * over its metric. Undefined where the payment has no such line, or where data decides the curve.
 */
export const payoffCurve = (contract: ContractModel, payment: string, line = 0): string | undefined =>
  payoffCurves(contract, payment)[line]?.svg;

/** What a node comes to in the case at hand, to be marked on the curve; undefined where it is not known. */
export type Now = (node: string) => Rational | undefined;

/** Every curve of a payment, in the order of its lines; with `now`, each marks where the case at hand stands on it. */
export function payoffCurves(contract: ContractModel, payment: string, now?: Now): PayoffCurve[] {
  const found = contract.payments.find(({ name }) => name === payment);
  const reader = readerOf(contract);
  return (found ? curvesOf(found, reader) : []).map(({ node, curve }, index) => {
    const drawn = now ? markedAt(curve, now) : curve;
    return {
      node,
      subject: curve.subject.node,
      title: curve.title,
      description: drawn.description,
      svg: drawCurve(drawn, anchor("curve", `${payment}-${index + 1}`)),
    };
  });
}

interface Found {
  readonly node: string;
  readonly curve: Curve;
}

const curvesOf = (payment: Payment, reader: Reader): Found[] =>
  payment.branches.flatMap((branch) =>
    linesInHand(branch, payment, reader).flatMap(({ line, node, it, reader: own }) => {
      const gap = it === undefined ? undefined : reader.node(it);
      const said = gap?.kind === "compares" ? own.saying(gap.id, gapWords(gap, reader)) : own;
      return drawable(node, titleOf(payment), said).flatMap((curve) => (curve ? [{ node: line.node, curve }] : []));
    }),
  );

function drawable(node: ContractNode, title: string, reader: Reader): (Curve | undefined)[] {
  switch (node.kind) {
    case "pool":
      return node.weights.map(({ weight, achievement }) => {
        const whole = fixedNumber(node.pool, reader);
        const part = Rational.parse(weight);
        return shape(
          achievement,
          whole ? inMoney(part.times(whole), reader) : inPercent("Earned", "of the weight"),
          title,
          reader,
        );
      });
    case "points":
      return node.lines.map(({ points, achievement }) =>
        shape(achievement, inPoints(Rational.parse(points)), title, reader),
      );
    case "banded":
      return [bandedCurve(node, title, reader)];
    case "scaled":
    case "tiered":
      return [shape(node.id, { factor: Rational.one, axis: axisOf("Amount", node.unit) }, title, reader)];
    default:
      return [];
  }
}

function shape(id: string, worth: Worth, title: string, reader: Reader): Curve | undefined {
  const node = lookThrough(id, reader);
  const on = node.kind === "scaled" || node.kind === "tiered" ? node.x : undefined;
  const named = on === undefined ? title : `${title}: ${wordsIn(capitalised(reader.phrase(on)))}`;
  if (node.kind === "scaled") return scaledCurve(node, worth, named, reader);
  return node.kind === "tiered" ? tieredCurve(node, worth, named, reader) : undefined;
}

const inMoney = (factor: Rational, { contract }: Reader): Worth => ({
  factor,
  axis: axisOf("Earned", money(contract.currency)),
});
const inPercent = (title: string, whole: string): Worth => ({
  factor: Rational.one,
  axis: { ...axisOf(title, ratio), unit: `% ${whole}` },
});
const inPoints = (factor: Rational): Worth => ({
  factor,
  axis: { ...axisOf("Earned", { kind: "quantity", dims: {}, shown: "number" }), unit: "points" },
});
