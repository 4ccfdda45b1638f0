import { type AstNode, AstUtils, CstUtils, GrammarUtils } from "langium";
import { AbstractSemanticTokenProvider, type SemanticTokenAcceptor } from "langium/lsp";
import { SemanticTokenModifiers as Modifiers, type SemanticTokensOptions } from "vscode-languageserver";
import * as ast from "../generated/ast.js";
import { type KeyUse, keyProperty, keyTarget } from "../names/keys.js";
import { standardPath } from "../workspace/library-files.js";

/** What a name can be, in the field's words. An editor is told of each what it is most like elsewhere. */
const TYPES = [
  "party",
  "set",
  "member",
  "record",
  "field",
  "figure",
  "metric",
  "value",
  "payment",
  "step",
  "balance",
  "shape",
  "parameter",
  "library",
  "clause",
  "example",
  "unit",
  "money",
  "quantity",
  "date",
  "period",
] as const;
type Type = (typeof TYPES)[number];

const OF_THING: Readonly<Record<string, Type>> = {
  Party: "party",
  Group: "set",
  ParticipantSet: "set",
  Places: "set",
  Cohort: "set",
  CategoryValue: "member",
  Intake: "member",
  Place: "member",
  Records: "record",
  Field: "field",
  Figure: "figure",
  FigureGroup: "figure",
  GroupFigure: "figure",
  Metric: "metric",
  BaselineLine: "metric",
  TargetLine: "metric",
  Define: "value",
  Table: "value",
  TableColumn: "value",
  Payment: "payment",
  PoolLine: "payment",
  PaymentsLimit: "payment",
  CardLine: "step",
  ThenLine: "step",
  Balance: "balance",
  ShapeTemplate: "shape",
  Parameter: "parameter",
  Import: "library",
  Library: "library",
  Contract: "library",
  Variation: "library",
  Determination: "library",
  Clause: "clause",
  Governance: "clause",
  Always: "clause",
  Example: "example",
};

const OF_TERMINAL: Readonly<Record<string, Type>> = {
  MONEY: "money",
  PERCENT: "quantity",
  NUMBER: "quantity",
  FRACTION: "quantity",
  DATE: "date",
  DAY_OF_YEAR: "date",
  PERIOD: "period",
  MONTH: "period",
};

/** The words that mark a name's place: where it is declared, and what comes with the language. */
const MODIFIERS = [Modifiers.declaration, Modifiers.defaultLibrary] as const;

/** Colours by meaning: a name by what it names, also where it is a word of the language; amounts, dates and units by kind. */
export class ConcordatSemanticTokens extends AbstractSemanticTokenProvider {
  override get tokenTypes(): Record<string, number> {
    return Object.fromEntries(TYPES.map((type, index) => [type, index]));
  }
  override get tokenModifiers(): Record<string, number> {
    return Object.fromEntries(MODIFIERS.map((modifier, index) => [modifier, 1 << index]));
  }
  override get semanticTokensOptions(): SemanticTokensOptions {
    return { legend: { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] }, full: { delta: true }, range: true };
  }

  protected override highlightElement(node: AstNode, accept: SemanticTokenAcceptor): void {
    if (ast.isConcordatFile(node)) this.literals(node, accept);
    const own = OF_THING[node.$type];
    const name = own && GrammarUtils.findNodeForProperty(node.$cstNode, "name");
    if (own && name) accept({ cst: name, type: own, modifier: Modifiers.declaration });
    for (const { reference } of AstUtils.streamReferences(node)) {
      const target = "ref" in reference ? reference.ref : undefined;
      const type = target && OF_THING[target.$type];
      if (!type || !reference.$refNode) continue;
      const comesWithIt = standardPath(AstUtils.getDocument(target).uri) !== undefined;
      accept({ cst: reference.$refNode, type, ...(comesWithIt ? { modifier: Modifiers.defaultLibrary } : {}) });
    }
    const property = keyProperty(node);
    const key = property && GrammarUtils.findNodeForProperty(node.$cstNode, property);
    if (key && /^[A-Za-z]/.test(key.text)) {
      const target = keyTarget(node as KeyUse);
      accept({ cst: key, type: (target && OF_THING[target.$type]) ?? "member" });
    }
    const unit = unitOf(node);
    const word = unit && GrammarUtils.findNodeForProperty(node.$cstNode, unit);
    if (word) accept({ cst: word, type: "unit" });
  }

  private literals(root: ast.ConcordatFile, accept: SemanticTokenAcceptor): void {
    if (!root.$cstNode) return;
    for (const leaf of CstUtils.flattenCst(root.$cstNode)) {
      const type = OF_TERMINAL[leaf.tokenType.name];
      if (type) accept({ cst: leaf, type });
    }
  }
}

function unitOf(node: AstNode): string | undefined {
  if (ast.isMoney(node) || ast.isNumberLiteral(node) || ast.isPriceFor(node) || ast.isDuration(node)) return "unit";
  return ast.isCountType(node) ? "of" : undefined;
}
