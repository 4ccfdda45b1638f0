import type { AstNode } from "langium";
import { GrammarUtils } from "langium";
import type { Position } from "vscode-languageserver-types";

/** A few words beside what is written, and what they mean. */
export interface Hint {
  readonly label: string;
  readonly tooltip: string;
  readonly position: Position;
}

/** Where a node ends, or a part of it. */
export function endOf(node: AstNode, property?: string): Position | undefined {
  const part = property === undefined ? node.$cstNode : GrammarUtils.findNodeForProperty(node.$cstNode, property);
  return part?.range.end;
}
