import { AstUtils } from "langium";
import * as ast from "../../generated/ast.js";
import { beginsLine, type Offer, type Place } from "./place.js";

const TIMES = ["days", "weeks", "months", "years"];

/** What is counted: units of time where one is due, else what the file counts elsewhere, and people. */
export function unitsAt({ rule, context }: Place): Offer[] {
  if (rule === ast.Duration.$type || rule === ast.MeetsLine.$type) return TIMES.map((label) => ({ label }));
  // The unit of a number stands on the number's line.
  if (rule !== ast.CountType.$type && beginsLine(context)) return [];
  const counted = new Set<string>();
  const priced = new Set<string>();
  for (const each of AstUtils.streamAst(context.document.parseResult.value)) {
    const { $cstNode } = each;
    // What is typed at the cursor is no unit yet.
    if (!$cstNode || ($cstNode.offset <= context.offset && context.offset <= $cstNode.end)) continue;
    if (ast.isCountType(each) && each.of) counted.add(each.of);
    if (ast.isNumberLiteral(each) && each.unit) counted.add(each.unit);
    if (ast.isMoney(each) && each.unit) priced.add(each.unit);
  }
  if (rule === ast.Money.$type) return [...priced].map((label) => ({ label, detail: "what is paid for" }));
  if (rule === ast.CountType.$type) counted.add("people");
  return [...counted].map((label) => ({ label, detail: "what is counted" }));
}
