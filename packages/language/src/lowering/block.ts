import type { PaymentLine } from "@concordat/model";
import * as ast from "../generated/ast.js";
import type { Lowering } from "./lowering.js";
import { lowerOnlyWhen } from "./only-when.js";
import { constructOf, lowerStep } from "./steps.js";
import type { Site, Typed } from "./typed.js";

type BlockLine = ast.OnlyWhenLine | ast.ThenLine;

/** The gates and steps of a block, in the order of the text, each on the amount so far. Fills `lines` in that order. */
export function lowerBlock(
  steps: readonly BlockLine[],
  it: Typed,
  lines: PaymentLine[],
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const [line, ...rest] = steps;
  if (!line) return it;
  const source = lowering.source(line);
  if (ast.isOnlyWhenLine(line)) {
    const place = lines.length;
    const gate = lowerOnlyWhen(line, it, site, () => lowerBlock(rest, it, lines, site, lowering), lowering);
    if (gate) lines.splice(place, 0, { construct: "only-when", node: gate.id, source });
    return gate;
  }
  if (!line.step) return undefined;
  const after = lowerStep(line.step, it, site, lowering);
  if (!after) return undefined;
  if (line.name) lowering.nodes.set(after.id, { ...lowering.nodes.get(after.id)!, label: line.name });
  lines.push({ construct: constructOf(line.step), ...(line.name ? { label: line.name } : {}), node: after.id, source });
  return lowerBlock(rest, after, lines, site, lowering);
}

export const isStep = (line: ast.PaymentLine): line is BlockLine => ast.isOnlyWhenLine(line) || ast.isThenLine(line);
