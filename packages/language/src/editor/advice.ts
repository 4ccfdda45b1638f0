import { AstUtils, CstUtils, GrammarAST, type LangiumDocument } from "langium";
import { ACCEPTABLE } from "../checks/accepts.js";
import { DIAGNOSTICS, type DiagnosticId } from "../diagnostics/catalogue.js";
import * as ast from "../generated/ast.js";

/** What a finding says, for the reader of a line `accept`. */
export const aboutFinding = (id: DiagnosticId): string => {
  const { title, why, whatToDo } = DIAGNOSTICS[id];
  return `**${title}**: ${why} ${whatToDo}`;
};

/** Ids that may be accepted: first those that are told in this file. */
export function acceptableIn(document: LangiumDocument): { readonly id: DiagnosticId; readonly told: boolean }[] {
  const told = new Set((document.diagnostics ?? []).map(({ code }) => code));
  return ACCEPTABLE.map((id) => ({ id, told: told.has(id) }));
}

/** The id of what is accepted, where it is what stands at an offset. */
export function acceptedAt(document: LangiumDocument, offset: number): DiagnosticId | undefined {
  const root = document.parseResult.value.$cstNode;
  const leaf = root && CstUtils.findLeafNodeAtOffset(root, offset);
  if (!leaf || !ast.isAcceptLine(leaf.astNode) || !isFinding(leaf.grammarSource)) return undefined;
  const { finding } = leaf.astNode;
  return finding in DIAGNOSTICS ? (finding as DiagnosticId) : undefined;
}

/** Whether a part of the grammar is the id of what is accepted. */
export const isFinding = (part: GrammarAST.AbstractElement | undefined): boolean =>
  part !== undefined &&
  AstUtils.getContainerOfType(part, GrammarAST.isParserRule)?.name === ast.AcceptLine.$type &&
  AstUtils.getContainerOfType(part, GrammarAST.isAssignment)?.feature === "finding";
