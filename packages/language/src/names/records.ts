import * as ast from "../generated/ast.js";

/** The records whose rows these are: themselves, or those that they are taken from. */
export function basisOf(records: ast.Records): ast.Records {
  const from = records.derived?.records?.ref;
  return ast.isRecords(from) && from.derived === undefined ? from : records;
}

/** What each row holds. */
export const fieldsOf = (records: ast.Records | undefined): readonly ast.Field[] =>
  records ? basisOf(records).fields : [];
