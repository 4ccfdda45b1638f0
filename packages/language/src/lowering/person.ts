import type { AstNode } from "langium";
import * as ast from "../generated/ast.js";
import { fieldsOf } from "../names/records.js";
import type { Lowering } from "./lowering.js";

export const isPseudonym = (field: ast.Field): boolean =>
  ast.isSimpleType(field.type) && field.type.kind === "pseudonym";

const isDate = (field: ast.Field): boolean => ast.isSimpleType(field.type) && field.type.kind === "date";

/** The field that says whose a row is, where every row must say it. */
export function personIn(records: ast.Records, at: AstNode, lowering: Lowering): ast.Field | undefined {
  const field = fieldsOf(records).find(isPseudonym);
  if (!field) return lowering.report("person-unsure", { records: records.name }, at);
  if (!field.notes.includes("may be missing")) return field;
  return lowering.report("person-unsure", { records: records.name, field: field.name }, at);
}

/** A field that holds a date, by reference. Undefined where it is none, and that has been told. */
export function dateFieldOf(
  field: ast.Named | undefined,
  records: ast.Records,
  at: AstNode,
  lowering: Lowering,
): string | undefined {
  if (!ast.isField(field)) return undefined;
  if (isDate(field)) return field.name;
  return lowering.report("not-a-date", { field: field.name, records: records.name }, at);
}
