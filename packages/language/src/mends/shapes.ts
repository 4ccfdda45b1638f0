import type { AstNode } from "langium";
import { AstUtils } from "langium";
import * as ast from "../generated/ast.js";
import { fix, insertAfter, replace, textOf } from "./edits.js";
import type { Mends } from "./mends.js";

export const shapeMends: Mends = {
  "tiers-leave-gap": ({ node }) => {
    const { tiers } = node as ast.Tiered;
    const nothing = ast.isMoney(tiers[0]?.value) ? "£0" : "0%";
    return [fix(`Add otherwise ${nothing}`, insertAfter(node, `, otherwise ${nothing}`))];
  },
  "tiers-overlap": ({ node, parameters: { at } }) => {
    // Two tiers that meet at one value: it belongs to the one that begins there.
    const { tiers } = node.$container as ast.Tiered;
    const meets = tiers.find(
      ({ test }) =>
        ast.isPartialTest(test) &&
        ((test.kind === "from" && !test.below && textOf(test.to) === at) ||
          (test.kind === "at most" && textOf(test.from) === at)),
    );
    const test = meets?.test;
    if (!ast.isPartialTest(test)) return [];
    const below = textOf(test)
      .replace(/^at most/, "below")
      .replace(/\bto(?=\s+\S+$)/, "to below");
    return [fix(`Write ${below}`, replace(test, below))];
  },
  "bands-leave-gap": ({ node }) => {
    const nothing = ast.isMoney((node as ast.Band).rate) ? "£0" : "0%";
    return [fix(`Add ${nothing} of the rest`, insertAfter(node, `, ${nothing} of the rest`))];
  },
  "band-width-unit": ({ node }) => {
    const base = baseOf(node);
    return base ? [fix(`Write ${textOf(node)} of ${base}`, insertAfter(node, ` of ${base}`))] : [];
  },
  "tiers-for-bands": ({ node }) => {
    const bands = asBands(node as ast.Tiered);
    return bands ? [fix("Write bands instead of tiers", replace(node, bands))] : [];
  },
  "tier-limit-unit": ({ node }) => {
    const { $container: tier } = node;
    const tiered = tier?.$container;
    if (!ast.isTiered(tiered) || !ast.isShapeStep(tiered.$container)) return [];
    const bands = asBands(tiered, baseOf(node));
    return bands ? [fix("Write bands instead of tiers", replace(tiered, bands))] : [];
  },
  "wrong-unit": ({ node, parameters: { what } }) => {
    if (what !== "What a weight earns" || !(ast.isWeightLine(node) || ast.isPointsLine(node))) return [];
    const metric = ast.isNameRef(node.on) ? node.on.target?.ref : undefined;
    if (node.shape || !ast.isMetric(metric) || !hasEnds(metric)) return [];
    const shape = "scaled 0% at baseline, 100% at target";
    return [fix(`Write ${shape}`, insertAfter(node.on, `, ${shape}`))];
  },
};

const hasEnds = (metric: ast.Metric): boolean =>
  metric.lines.some(ast.isBaselineLine) && metric.lines.some(ast.isTargetLine);

/** What a payment compares with, where it has a name: what a percentage is mostly meant of. */
function baseOf(node: AstNode): string | undefined {
  const expected = AstUtils.getContainerOfType(node, ast.isPayment)?.lines.find(ast.isComparesLine)?.expected;
  return ast.isNameRef(expected) ? textOf(expected) : undefined;
}

/** `50% when from A to below B` as `50% of the part from A to B`: the same limits, each rate on its own slice. */
export function asBands(tiered: ast.Tiered, base?: string): string | undefined {
  const limit = (written: AstNode | undefined): string =>
    ast.isPercent(written) && base ? `${textOf(written)} of ${base}` : textOf(written);
  const bands: string[] = [];
  let last: AstNode | undefined;
  for (const { value, test } of tiered.tiers) {
    if (!ast.isPartialTest(test)) return undefined;
    const from = limit(test.from);
    const rate = textOf(value);
    if (test.kind === "from") bands.push(`${rate} of the part from ${from} to ${limit(test.to)}`);
    else if (test.kind === "below" || test.kind === "at most") bands.push(`${rate} of the part below ${from}`);
    else bands.push(`${rate} of the part above ${from}`);
    last = test.kind === "from" ? test.to : test.from;
  }
  const open = bands.findIndex((band) => band.includes("of the part above"));
  if (open >= 0) bands.push(...bands.splice(open, 1));
  else if (last) bands.push(`${tiered.otherwise ? textOf(tiered.otherwise) : "0%"} of the rest`);
  return `banded ${bands.join(", ")}`;
}
