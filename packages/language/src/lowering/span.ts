import { compareKinds } from "@concordat/model";
import type { AstNode } from "langium";
import type { Lowering } from "./lowering.js";
import { typeOf } from "./match.js";
import type { Site, Typed } from "./typed.js";

/** A value of shorter periods read over the reader's: flows add; the other way round is an error (rule 4). */
export function spanFlow(value: Typed, name: string, at: AstNode, site: Site, lowering: Lowering): Typed | undefined {
  const { grain } = value;
  if (grain === null || site.grain === null || grain === site.grain) return value;
  if (compareKinds(grain, site.grain) > 0) {
    return lowering.report("longer-into-shorter", { name, longer: grain, shorter: site.grain }, at);
  }
  if (value.time !== "flow") return lowering.report("not-combinable", { name, each: grain, period: site.grain }, at);
  const type = { ...typeOf(value.unit, value), grain: site.grain };
  return lowering.add(site.owner, { kind: "span", of: value.id, each: grain, how: "add" }, at, type);
}
