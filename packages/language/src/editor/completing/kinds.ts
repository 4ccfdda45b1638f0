import { CompletionItemKind } from "vscode-languageserver-types";

/** The sign that an editor puts before a name, by what it stands for. */
const KINDS_OF_ITEMS: Record<string, CompletionItemKind> = {
  Party: CompletionItemKind.Interface,
  Group: CompletionItemKind.Module,
  ParticipantSet: CompletionItemKind.Module,
  Places: CompletionItemKind.Module,
  Cohort: CompletionItemKind.Module,
  Figure: CompletionItemKind.Variable,
  GroupFigure: CompletionItemKind.Variable,
  FigureGroup: CompletionItemKind.Struct,
  Records: CompletionItemKind.Struct,
  Field: CompletionItemKind.Field,
  CategoryValue: CompletionItemKind.EnumMember,
  Metric: CompletionItemKind.Property,
  BaselineLine: CompletionItemKind.Constant,
  TargetLine: CompletionItemKind.Constant,
  Define: CompletionItemKind.Constant,
  Table: CompletionItemKind.Struct,
  TableColumn: CompletionItemKind.Field,
  ShapeTemplate: CompletionItemKind.Function,
  Parameter: CompletionItemKind.TypeParameter,
  Payment: CompletionItemKind.Event,
  Balance: CompletionItemKind.Event,
  Import: CompletionItemKind.File,
};

export const itemKind = (type: string): CompletionItemKind => KINDS_OF_ITEMS[type] ?? CompletionItemKind.Reference;
