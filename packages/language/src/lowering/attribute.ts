import * as ast from "../generated/ast.js";
import { unitOfField } from "./fields.js";
import type { Lowering } from "./lowering.js";
import type { Site, Typed } from "./typed.js";

/** A participant's own term (its track, its list size) from its row. */
export function lowerAttribute(
  field: ast.Field,
  at: ast.NameRef | ast.Its,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const set = field.$container;
  if (!ast.isParticipantSet(set))
    return lowering.report("not-a-value", { name: field.name, kind: "a field of records" }, at);
  if (!site.axes.includes(set.name)) return lowering.report("of-which", { name: field.name, axis: set.name }, at);
  const type = {
    unit: unitOfField(field, lowering.header.currency),
    grain: null,
    axes: [set.name],
    time: "timeless",
  } as const;
  const typed = lowering.add(site.owner, { kind: "attribute", of: set.name, field: field.name }, at, type);
  return lowering.call(typed, field.name);
}
