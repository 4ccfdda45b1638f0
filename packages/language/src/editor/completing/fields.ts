import type { AstNode, AstNodeDescription, ReferenceInfo } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import * as ast from "../../generated/ast.js";
import { namesAround } from "../../names/around.js";

/** What a field must be to be named where it is added up, or where a day is meant; undefined where any field may be. */
export function fieldWanted({ container, property }: ReferenceInfo): ((field: ast.Field) => boolean) | undefined {
  if ((ast.isTally(container) || ast.isSumLine(container)) && property === "field") return isNumber;
  if (ast.isDaysBetween(container) || ast.isReachedWithin(container)) return isDay;
  if (ast.isFollowed(container) || (ast.isFollowers(container) && property === "datedBy")) return isDay;
  if (ast.isCohort(container) || ast.isRecords(container) || ast.isParticipantSet(container)) return isDay;
  return undefined;
}

const simple = ({ type }: ast.Field, ...kinds: string[]): boolean =>
  ast.isSimpleType(type) && kinds.includes(type.kind);
const isDay = (field: ast.Field): boolean => simple(field, "date");
const isNumber = (field: ast.Field): boolean =>
  ast.isNumberType(field.type) || ast.isCountType(field.type) || simple(field, "money", "percentage");

/**
 * `sum of | in spells`: the records come after the field, so where they are not written yet, the fields of all records
 * may be meant.
 */
export function fieldsOfAll({ container }: ReferenceInfo, shared: LangiumSharedServices): readonly ast.Field[] {
  const later = ast.isTally(container) || ast.isSumLine(container) || ast.isDaysBetween(container);
  const records = later ? (namesAround(container as AstNode, shared)?.all ?? []).filter(ast.isRecords) : [];
  return records.flatMap(({ fields }) => fields);
}

/** Those candidates that fit what the place asks of a field. */
export const fitting = (candidates: readonly AstNodeDescription[], info: ReferenceInfo): AstNodeDescription[] => {
  const wanted = fieldWanted(info);
  return candidates.filter(({ node }) => !wanted || !ast.isField(node) || wanted(node));
};
