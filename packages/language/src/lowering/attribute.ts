import { pathTo } from "@concordat/model";
import type * as ast from "../generated/ast.js";
import { isSet } from "../names/scope.js";
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
  if (!isSet(set)) return lowering.report("not-a-value", { name: field.name, kind: "a field of records" }, at);
  const of = levelWith(field, set.name, site, lowering);
  if (!of) return lowering.report("of-which", { name: field.name, axis: set.name }, at);
  const type = {
    unit: unitOfField(field, lowering.header.currency),
    grain: null,
    axes: [of],
    time: "timeless",
  } as const;
  const typed = lowering.add(site.owner, { kind: "attribute", of, field: field.name }, at, type);
  return lowering.call(typed, field.name);
}

/** The set itself, or the level of places in hand, which holds the sum over the places beneath it. */
function levelWith(field: ast.Field, set: string, site: Site, lowering: Lowering): string | undefined {
  if (site.axes.includes(set)) return set;
  const levels = lowering.participants.filter(({ name, place }) => place?.of && site.axes.includes(name));
  return levels.find(
    ({ name, fields }) => fields.some((own) => own.name === field.name) && pathTo(lowering.participants, set, name),
  )?.name;
}
