import { type AstNode, AstUtils, GrammarAST } from "langium";
import * as ast from "../../generated/ast.js";

/** The lines of which a block takes one. */
const ONCE: Record<string, readonly string[]> = {
  [ast.Contract.$type]: [
    ast.ReferenceLine.$type,
    ast.CurrencyLine.$type,
    ast.TermLine.$type,
    ast.EndsEarlyLine.$type,
    ast.YearLine.$type,
    ast.SettledLine.$type,
    ast.RoundingLine.$type,
    ast.DivisionLine.$type,
  ],
  [ast.Metric.$type]: [
    ast.MeasuredLine.$type,
    ast.BetterLine.$type,
    ast.RangeLine.$type,
    ast.BaselineLine.$type,
    ast.TargetLine.$type,
    ast.OwnerLine.$type,
    ast.NeedsLine.$type,
  ],
  [ast.Payment.$type]: [ast.OnAccountLine.$type, ast.CumulativeLine.$type, ast.RecoveredLine.$type],
  [ast.Balance.$type]: [ast.OpeningLine.$type, ast.FloorLine.$type],
  [ast.Governance.$type]: [ast.SeatsLine.$type, ast.DecidesLine.$type, ast.MeetsLine.$type],
  [ast.Variation.$type]: [ast.EffectiveLine.$type],
  [ast.Determination.$type]: [ast.DecidedLine.$type, ast.ForLine.$type, ast.DecidedAmount.$type, ast.BecauseLine.$type],
};

/**
 * Whether a word begins a line that its block has already, elsewhere than at the cursor. A line that the reader of the
 * text has made out without its first word, or with nothing else, does not stand there yet.
 */
export function standsAlready(keyword: GrammarAST.Keyword, around: AstNode | undefined, offset: number): boolean {
  const rule = AstUtils.getContainerOfType(keyword, GrammarAST.isParserRule);
  if (!rule || firstOf(rule.definition) !== keyword) return false;
  const isWhole = !GrammarAST.isGroup(rule.definition);
  const says = (text = ""): boolean => text.startsWith(keyword.value) && (isWhole || text !== keyword.value);
  for (let block = around; block; block = block.$container) {
    if (!ONCE[block.$type]?.includes(rule.name)) continue;
    return linesOf(block).some(
      ({ $type, $cstNode }) =>
        $type === rule.name &&
        says($cstNode?.text) &&
        $cstNode &&
        !($cstNode.offset <= offset && offset <= $cstNode.end),
    );
  }
  return false;
}

/** `each year` in the middle of a line is no second line. */
function firstOf(element: GrammarAST.AbstractElement): GrammarAST.AbstractElement | undefined {
  if (GrammarAST.isGroup(element)) return element.elements[0] && firstOf(element.elements[0]);
  return GrammarAST.isAssignment(element) ? firstOf(element.terminal) : element;
}

function linesOf(block: AstNode): readonly AstNode[] {
  const { items, lines } = block as { items?: AstNode[]; lines?: AstNode[] };
  return items ?? lines ?? [];
}
