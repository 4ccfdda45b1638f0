import { Rational, ratio, show } from "@concordat/model";
import { AstUtils } from "langium";
import * as ast from "../../generated/ast.js";
import type { Offer, Place } from "./place.js";

/** What is left of 100% for the weight, the share or the contribution that is being written. */
export function sharesLeft({ before, node, context }: Place): Offer[] {
  const others = percentsBeside(before, node).filter((percent) => percent?.$cstNode?.offset !== context.tokenOffset);
  const given = others.map((percent) => percent?.value).filter((value) => value !== undefined);
  if (given.length === 0) return [];
  const left = given.reduce((rest, value) => rest.less(Rational.parse(value).over(HUNDRED)), Rational.one);
  return left.isZero || left.isNegative ? [] : [{ label: show(left, ratio), detail: "what is left of 100%" }];
}

const HUNDRED = Rational.of(100);

function percentsBeside(before: string, node: Place["node"]): (ast.Percent | undefined)[] {
  if (/\bweight\s+$/.test(before)) {
    const lines = AstUtils.getContainerOfType(node, ast.isPayment)?.lines ?? [];
    return lines.filter(ast.isWeightLine).map(({ weight }) => weight);
  }
  if (/\bcontributes\s+$/.test(before)) {
    const items = AstUtils.getContainerOfType(node, ast.isContract)?.items ?? [];
    return items
      .filter(ast.isParty)
      .flatMap(({ details }) => details.filter(ast.isContribution).map(({ share }) => share));
  }
  const group = /[{,]\s*[\w-]+\s+$/.test(before) ? AstUtils.getContainerOfType(node, ast.isGroup) : undefined;
  return group ? group.members.map(({ share }) => share) : [];
}
