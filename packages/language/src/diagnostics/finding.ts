import { type AstNode, GrammarUtils } from "langium";
import { DIAGNOSTICS, type DiagnosticId, type ParametersOf } from "./catalogue.js";
import type { Severity } from "./diagnostic.js";

/** A stretch of text. `offset` and `length` count UTF-16 units; lines and columns count from 1. */
export interface TextRange {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A change of text that mends a finding with one key. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly { readonly offset: number; readonly length: number; readonly text: string }[];
}

export interface Finding {
  readonly id: DiagnosticId;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
  readonly whatToDo: string;
  readonly file: string;
  readonly range: TextRange;
  readonly related?: readonly { readonly message: string; readonly file: string; readonly range: TextRange }[];
  readonly fix?: Fix;
  /** Other ways to mend it, where there is a choice. */
  readonly otherFixes?: readonly Fix[];
}

/** A finding before its file is known: where in the tree, and the entry's own parameters. */
export interface Found {
  readonly id: DiagnosticId;
  readonly message: string;
  /** What the message was made of: how it is mended depends on it. */
  readonly parameters: unknown;
  readonly node: AstNode;
  readonly property?: string;
  /** A stretch of the node's text, where that is more than a part of it. */
  readonly within?: Stretch;
  readonly fix?: Fix;
  readonly related?: readonly { readonly message: string; readonly node: AstNode }[];
  /** The name that is not there, where that is what was found. */
  readonly missing?: string;
}

/** Some letters of a file, counted from its beginning. */
export interface Stretch {
  readonly offset: number;
  readonly length: number;
}

export type Report = <I extends DiagnosticId>(
  id: I,
  parameters: ParametersOf<I>,
  node: AstNode,
  more?: Pick<Found, "property" | "within" | "fix" | "related">,
) => undefined;

/** Collects what is found. Returns undefined, so that a rule can `return report(…)` where it has no value to give. */
export function collector(): { report: Report; found: Found[] } {
  const found: Found[] = [];
  const report: Report = (id, parameters, node, more = {}) => {
    const message = (DIAGNOSTICS[id].message as (p: unknown) => string)(parameters);
    // One mistake, one message: a value that is read in several places is wrong once.
    if (!found.some((other) => other.id === id && other.node === node && other.message === message)) {
      found.push({ id, message, parameters, node, ...more });
    }
    return undefined;
  };
  return { report, found };
}

/** The text of a node, or of one of its parts. */
export function rangeOf(node: AstNode, property?: string): TextRange {
  const part = property ? GrammarUtils.findNodeForProperty(node.$cstNode, property) : undefined;
  const cst = part ?? node.$cstNode;
  if (!cst) return { offset: 0, length: 0, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const { start, end } = cst.range;
  return {
    offset: cst.offset,
    length: cst.length,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
