import { type AstNode, AstUtils, GrammarAST } from "langium";
import type { CompletionContext, LangiumSharedServices, NextFeature } from "langium/lsp";

/** A place where a value is due that is not a name of something declared: a date, a period, a unit, a key, a file. */
export interface Place {
  readonly rule: string;
  readonly property: string;
  readonly terminal: string;
  /** The node that the value would belong to, as far as it is read. */
  readonly node: AstNode;
  readonly context: CompletionContext;
  /** The text up to the place, from a little before it. */
  readonly before: string;
  readonly shared: LangiumSharedServices;
}

/** What may be written at a place. */
export interface Offer {
  readonly label: string;
  readonly detail?: string;
  /** The same date as data has it: what is typed may begin like it. */
  readonly iso?: string;
  /** Values of one list may come from several places of the grammar: a lower one stands higher. */
  readonly group?: number;
}

export function placeOf(
  context: CompletionContext,
  { feature }: NextFeature,
  shared: LangiumSharedServices,
): Place | undefined {
  if (!GrammarAST.isRuleCall(feature) || !GrammarAST.isTerminalRule(feature.rule.ref) || !context.node)
    return undefined;
  const rule = AstUtils.getContainerOfType(feature, GrammarAST.isParserRule)?.name ?? "";
  const property = AstUtils.getContainerOfType(feature, GrammarAST.isAssignment)?.feature ?? "";
  const { textDocument, tokenOffset } = context;
  const before = textDocument.getText().slice(Math.max(0, tokenOffset - 200), tokenOffset);
  return { rule, property, terminal: feature.rule.ref.name, node: context.node, context, before, shared };
}

/** Whether only blanks stand before a place on its line, or a brace. */
export const beginsLine = ({ textDocument, tokenOffset }: CompletionContext): boolean =>
  /(?:^|[\n{}]|\b(?:add|change)[ \t])[ \t]*$/.test(
    textDocument.getText().slice(Math.max(0, tokenOffset - 80), tokenOffset),
  );
