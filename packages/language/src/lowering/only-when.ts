import type * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import { lowerCondition } from "./logic.js";
import type { Lowering } from "./lowering.js";
import { typeOf } from "./match.js";
import { mustBeMoney } from "./pays.js";
import type { Site, Typed } from "./typed.js";

/** `only when …`: the gate before the rest of the block. `rest` lowers what follows it (rule 6). */
export function lowerOnlyWhen(
  line: ast.OnlyWhenLine,
  it: Typed,
  site: Site,
  rest: () => Typed | undefined,
  lowering: Lowering,
): Typed | undefined {
  const place = { ...site, it };
  const when = lowerCondition(line.condition, place, lowering);
  const value = line.otherwise ? lowerExpression(line.otherwise, place, lowering) : undefined;
  const otherwise = value && mustBeMoney(value, "What is paid otherwise", line, lowering);
  const then = rest();
  if (!when || !then || (line.otherwise && !otherwise)) return undefined;
  const type = typeOf(it.unit, it, when, then, ...(otherwise ? [otherwise] : []));
  return lowering.add(
    site.owner,
    { kind: "only-when", when: when.id, rest: then.id, ...(otherwise ? { otherwise: otherwise.id } : {}) },
    line,
    type,
  );
}
