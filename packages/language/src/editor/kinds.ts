import type { AstNode, AstNodeDescription } from "langium";
import type { NodeKindProvider } from "langium/lsp";
import { CompletionItemKind, SymbolKind } from "vscode-languageserver";

/** What an outline draws beside a thing, and a list of words to choose from. */
const SYMBOLS: Record<string, SymbolKind> = {
  Contract: SymbolKind.Module,
  Library: SymbolKind.Package,
  Import: SymbolKind.Namespace,
  Variation: SymbolKind.Event,
  Determination: SymbolKind.Event,
  Party: SymbolKind.Class,
  Group: SymbolKind.Array,
  ParticipantSet: SymbolKind.Array,
  Places: SymbolKind.Array,
  Cohort: SymbolKind.Array,
  Place: SymbolKind.EnumMember,
  Intake: SymbolKind.EnumMember,
  CategoryValue: SymbolKind.EnumMember,
  Records: SymbolKind.Struct,
  Field: SymbolKind.Field,
  Figure: SymbolKind.Variable,
  FigureGroup: SymbolKind.Struct,
  GroupFigure: SymbolKind.Variable,
  Metric: SymbolKind.Function,
  Define: SymbolKind.Constant,
  Table: SymbolKind.Object,
  TableColumn: SymbolKind.Property,
  ShapeTemplate: SymbolKind.TypeParameter,
  Parameter: SymbolKind.TypeParameter,
  Payment: SymbolKind.Method,
  ThenLine: SymbolKind.Operator,
  CardLine: SymbolKind.Key,
  PaymentsLimit: SymbolKind.Operator,
  Balance: SymbolKind.Number,
  Always: SymbolKind.Boolean,
  Example: SymbolKind.Event,
  Clause: SymbolKind.String,
  Governance: SymbolKind.Interface,
};

const COMPLETIONS: Record<string, CompletionItemKind> = {
  Library: CompletionItemKind.Module,
  Import: CompletionItemKind.Module,
  Contract: CompletionItemKind.Module,
  Party: CompletionItemKind.Class,
  Group: CompletionItemKind.Enum,
  ParticipantSet: CompletionItemKind.Enum,
  Places: CompletionItemKind.Enum,
  Cohort: CompletionItemKind.Enum,
  CategoryValue: CompletionItemKind.EnumMember,
  Records: CompletionItemKind.Struct,
  Field: CompletionItemKind.Field,
  Figure: CompletionItemKind.Variable,
  FigureGroup: CompletionItemKind.Struct,
  GroupFigure: CompletionItemKind.Variable,
  Metric: CompletionItemKind.Function,
  Define: CompletionItemKind.Constant,
  TableColumn: CompletionItemKind.Property,
  ShapeTemplate: CompletionItemKind.TypeParameter,
  Payment: CompletionItemKind.Method,
};

const typeOf = (node: AstNode | AstNodeDescription): string => ("$type" in node ? node.$type : node.type);

export class ConcordatNodeKinds implements NodeKindProvider {
  getSymbolKind(node: AstNode | AstNodeDescription): SymbolKind {
    return SYMBOLS[typeOf(node)] ?? SymbolKind.Property;
  }
  getCompletionItemKind(node: AstNode | AstNodeDescription): CompletionItemKind {
    return COMPLETIONS[typeOf(node)] ?? CompletionItemKind.Reference;
  }
}
