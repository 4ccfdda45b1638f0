import type { RecordSet } from "@concordat/model";
import type * as ast from "../generated/ast.js";
import { basisOf, fieldsOf } from "../names/records.js";
import { lowerRowCondition } from "./conditions.js";
import { lowerField } from "./fields.js";
import { kindOf, type Lowering } from "./lowering.js";
import { personIn } from "./person.js";

/** Rows of data, or some of the rows of others: `records first-falls from falls where …, the first for each person`. */
export function lowerRecords(records: ast.Records, lowering: Lowering): RecordSet | undefined {
  const basis = basisOf(records);
  const named = { name: records.name, ...(records.title ? { title: records.title } : {}) };
  const derived = records.derived && lowerDerived(records, records.derived, lowering);
  if ((records.derived && !derived) || !basis.datedBy) return undefined;
  return {
    ...named,
    datedBy: basis.datedBy.$refText,
    ...(basis.lastingTo ? { lastingTo: basis.lastingTo.$refText } : {}),
    ...(derived ? { derived } : {}),
    fields: fieldsOf(records).map((field) => lowerField(field, lowering)),
    source: lowering.source(records),
  };
}

function lowerDerived(
  records: ast.Records,
  { records: from, condition }: ast.RecordSet,
  lowering: Lowering,
): RecordSet["derived"] | undefined {
  const basis = basisOf(records);
  if (!from?.ref) return undefined;
  if (basis === records) {
    return lowering.report("derived-from-derived", { name: records.name, from: from.$refText }, records.derived!);
  }
  const where = condition && lowerRowCondition(condition, lowering);
  const pick = records.pick && ({ which: records.pick === "the last for each person" ? "last" : "first" } as const);
  if ((condition && !where) || (pick && !personIn(basis, records, lowering))) return undefined;
  const each = kindOf(records.each);
  return {
    from: basis.name,
    ...(where ? { where } : {}),
    ...(pick ? { pick: { ...pick, ...(each ? { each } : {}) } } : {}),
  };
}
