import { money, periodsOf, Rational } from "@concordat/model";
import type { AstNode } from "langium";
import * as ast from "../../generated/ast.js";
import { type FixedValue, fixedMoneyAt, fixedOver, inWords, single, type Worked } from "../worked.js";
import { endOf, type Hint } from "./hint.js";

/** `20% of the pool`, `weight 40% on …`, `points 10 on …`: what that is in money, where no data decide it. */
export function moneyHint(node: AstNode, worked: Worked): Hint | undefined {
  if (ast.isOf(node)) {
    // Of `1/12 of the pool` and `5% of its core`; not of one name of another.
    if (!ast.isPercent(node.left) && !ast.isPartOf(node.left)) return undefined;
    return hint(fixedMoneyAt(node, worked), "What this part comes to.", node);
  }
  if (ast.isWeightLine(node)) {
    return hint(weightInMoney(node, worked), "What this weight is worth where it is earned in full.", node, "weight");
  }
  if (ast.isPointsLine(node)) {
    return hint(pointsInMoney(node, worked), "What these points are worth where they are all earned.", node, "points");
  }
  return undefined;
}

function hint(value: FixedValue | undefined, tooltip: string, node: AstNode, property?: string): Hint | undefined {
  const position = endOf(node, property);
  return value && position && { label: `= ${inWords(value)}`, tooltip, position };
}

export function weightInMoney(line: ast.WeightLine, { contract, bounding }: Worked): FixedValue | undefined {
  for (const node of Object.values(contract.nodes)) {
    if (node.kind !== "pool") continue;
    const weight = node.weights.find(({ source }) => isOf(line, source));
    if (!weight) continue;
    return fixedOver(periodsOf(node.grain ?? "year", bounding.calendar), node.unit, (period) =>
      single(bounding.of(node.pool, { period, of: {} }).numbers)?.times(Rational.parse(weight.weight)),
    );
  }
  return undefined;
}

function pointsInMoney(line: ast.PointsLine, { contract, bounding }: Worked): FixedValue | undefined {
  for (const node of Object.values(contract.nodes)) {
    if (node.kind !== "points") continue;
    const points = node.lines.find(({ source }) => isOf(line, source));
    if (!points) continue;
    return fixedOver(periodsOf(node.grain ?? "year", bounding.calendar), money(contract.currency), (period) =>
      single(bounding.of(node.price, { period, of: {} }).numbers)?.times(Rational.parse(points.points)),
    );
  }
  return undefined;
}

const isOf = ({ $cstNode }: AstNode, { file, offset }: { file?: string | undefined; offset: number }): boolean =>
  file === undefined && $cstNode?.offset === offset;
