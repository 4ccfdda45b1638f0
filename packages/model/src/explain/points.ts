import type { Step } from "../evaluate/evaluation.js";
import { asNumber } from "../evaluate/value.js";
import type { PointsNode } from "../nodes/points.js";
import { Rational } from "../numbers/rational.js";
import { bareNumber } from "../units/unit.js";
import type { Words } from "./words.js";

/** "29 points on asthma earn 14.5, 10 on stroke earn 10: 24.5 points at £207.56 a point is £5,085.22". */
export function points(node: PointsNode, step: Step, words: Words): string {
  const plain = (value: Rational): string => words.amount(value, bareNumber);
  const [price, ...achieved] = step.inputs;
  const earned = node.lines.map((line, index) => Rational.parse(line.points).times(asNumber(achieved[index]!.value)));
  const lines = node.lines.map(
    (line, index) => `${plain(Rational.parse(line.points))} points on ${line.on} earn ${plain(earned[index]!)}`,
  );
  const total = `${plain(Rational.sum(earned))} points at ${words.shown(price!)} a point`;
  return `${lines.join(", ")}: ${total} is ${words.shown(step)}`;
}
