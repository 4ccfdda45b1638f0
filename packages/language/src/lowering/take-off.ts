import type { AstNode } from "langium";
import type { Lowering } from "./lowering.js";
import { typeOf } from "./match.js";
import type { Site, Typed } from "./typed.js";

/** An amount less what a line takes off it; an amount stops at nothing (rule 9). */
export const takeOff = (it: Typed, taken: Typed, at: AstNode, site: Site, lowering: Lowering): Typed =>
  lowering.add(site.owner, { kind: "less", from: it.id, take: taken.id, floor: true }, at, typeOf(it.unit, it, taken));
