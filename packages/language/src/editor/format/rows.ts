import { type AstNode, type CstNode, GrammarUtils } from "langium";
import * as ast from "../../generated/ast.js";

/**
 * What of a line stands in a column below its like in the lines above: the words at which a column begins, after the
 * first. A line that takes no part lets its neighbours go on past it, or ends what they have in common.
 */
export type Row =
  | {
      readonly like: string;
      readonly columns: readonly number[];
      /** Blanks before each column, past the widest text before it. */
      readonly gaps: readonly number[];
      /** Where there is one such line alone, its words stand as in any other text. */
      readonly alone: "spaced" | "plain";
      /** The first column is never narrower than this, so that it is the same in every block of a kind. */
      readonly least: number;
    }
  | "passed over"
  | "apart";

type Places = (cst: CstNode) => number;

/** Lines whose words are a sentence of their own: a column would tear them apart. */
const SENTENCES: ReadonlySet<string> = new Set([
  ast.AcceptLine.$type,
  ast.NeedsLine.$type,
  ast.EachLimitLine.$type,
  ast.PersonLimit.$type,
  ast.EndsEarlyLine.$type,
  ast.CumulativeLine.$type,
  ast.RecoveredLine.$type,
  ast.StandardisedLine.$type,
  ast.DifferenceLine.$type,
  ast.PublishedLine.$type,
]);

/** Things that take one line each, such as metrics without more than a count: one table to the eye. */
export const ONE_LINE = "one line";

/** Words that begin a line and are a sentence of their own. */
const WIDEST = 10;

/** How wide the words are that begin the lines of most blocks of a kind. */
const LEAST: Record<string, number> = {
  [ast.Contract.$type]: 10,
  [ast.Payment.$type]: 8,
  [ast.Metric.$type]: 8,
  [ast.Example.$type]: 6,
};

/** Blocks whose lines begin with a word of the language and go on with its value. */
const VALUES_BELOW_EACH_OTHER: ReadonlySet<string> = new Set([
  ast.Payment.$type,
  ast.SideBlock.$type,
  ast.Metric.$type,
  ast.Example.$type,
  ast.Balance.$type,
  ast.Governance.$type,
  ast.Determination.$type,
]);

const HEADER: ReadonlySet<string> = new Set([
  ast.ReferenceLine.$type,
  ast.CurrencyLine.$type,
  ast.TermLine.$type,
  ast.YearLine.$type,
  ast.SettledLine.$type,
  ast.RoundingLine.$type,
  ast.DivisionLine.$type,
]);

export function rowOf(node: AstNode, placeOf: Places): Row {
  const at = (property: string): number[] => places(placeOf, GrammarUtils.findNodeForProperty(node.$cstNode, property));
  if (SENTENCES.has(node.$type)) return "passed over";
  if (ast.isParty(node)) return row("party", [...at("name"), ...at("title")], [1, 2], "plain");
  if (ast.isPlace(node) || ast.isIntake(node)) {
    const then = places(placeOf, GrammarUtils.findNodeForKeyword(node.$cstNode, ast.isPlace(node) ? "is" : "from"));
    return row(node.$type, [...at("title"), ...then], [2, 2], "plain");
  }
  if (ast.isField(node)) return row("field", at("type"), [2]);
  if (ast.isGroupFigure(node)) return row("field", [...at("title"), ...at("type")], [2, 2]);
  if (ast.isCardLine(node)) return row("card", at("price"), [2]);
  if (ast.isTableHeader(node) || ast.isTableRow(node)) {
    const bars = GrammarUtils.findNodesForKeyword(node.$cstNode, "|").map(placeOf).slice(1);
    return row(
      "table",
      bars,
      bars.map(() => 1),
    );
  }
  if (ast.isAlways(node) || ast.isMetric(node)) {
    const then = places(placeOf, GrammarUtils.findNodeForKeyword(node.$cstNode, ast.isAlways(node) ? ":" : "{"));
    return row(ONE_LINE, [...at("title"), ...then], [1, 1], "plain");
  }
  if (ast.isRateCard(node) || ast.isSideBlock(node)) return "apart";
  // It says more than the lines above it, and is longer than all of them.
  if (ast.isMissingLine(node)) return row("missing", [headEnd(node, placeOf)], [2]);
  const block = node.$container;
  if (ast.isMetric(block) && (ast.isCountLine(node) || ast.isSumLine(node)) && node.kind.length > WIDEST)
    return "passed over";
  if (block && (VALUES_BELOW_EACH_OTHER.has(block.$type) || HEADER.has(node.$type))) {
    return row("value", [headEnd(node, placeOf)], [2], "spaced", LEAST[block.$type] ?? 0);
  }
  return "apart";
}

function row(
  like: string,
  columns: readonly number[],
  gaps: readonly number[],
  alone: "spaced" | "plain" = "spaced",
  least = 0,
): Row {
  return { like, columns, gaps, alone, least };
}

const places = (placeOf: Places, cst: CstNode | undefined): number[] => (cst ? [placeOf(cst)] : []);

/** The word after those that say what a line is: `pays`, `then banded`, `then cap:`. */
function headEnd(node: AstNode, placeOf: Places): number {
  const first = placeOf(node.$cstNode!);
  if (!ast.isThenLine(node)) return first + 1;
  if (node.name !== undefined) return first + 3;
  return ast.isShapeStep(node.step) && ast.isShapeUse(node.step.shape) ? first + 1 : first + 2;
}

/** Of a list whose things stand each on its own line: where the second half of each begins. */
export function listRowOf(node: AstNode, placeOf: Places): Row | undefined {
  const word = (...words: string[]): number[] =>
    words.flatMap((each) => places(placeOf, GrammarUtils.findNodeForKeyword(node.$cstNode, each))).slice(0, 1);
  const part = (property: string): number[] =>
    places(placeOf, GrammarUtils.findNodeForProperty(node.$cstNode, property));
  if (ast.isTier(node)) return row("tier", word("when"), [1]);
  if (ast.isScalePoint(node)) return row("point", word("at"), [1]);
  if (ast.isBand(node)) return row("band", part("part"), [1]);
  if (ast.isMember(node)) return row("member", part("share"), [2]);
  if (ast.isKeyedValue(node)) return row("keyed", part("value"), [2]);
  if (ast.isGiven(node) && !node.missing && node.row === undefined) return row("given", part("value"), [2]);
  return undefined;
}
