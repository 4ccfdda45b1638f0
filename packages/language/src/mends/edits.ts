import type { AstNode } from "langium";
import { type Fix, rangeOf } from "../diagnostics/finding.js";

export type Edit = Fix["edits"][number];

/** A fix of one change. */
export const fix = (title: string, ...edits: Edit[]): Fix => ({ title, edits });

export const insertAfter = (node: AstNode, text: string, property?: string): Edit => {
  const { offset, length } = rangeOf(node, property);
  return { offset: offset + length, length: 0, text };
};

export const insertBefore = (node: AstNode, text: string, property?: string): Edit => ({
  offset: rangeOf(node, property).offset,
  length: 0,
  text,
});

export const replace = (node: AstNode, text: string, property?: string): Edit => {
  const { offset, length } = rangeOf(node, property);
  return { offset, length, text };
};

export const textOf = (node: AstNode | undefined): string => node?.$cstNode?.text ?? "";

/** Takes out a node's text, and the whole line where nothing else stands on it. */
export function remove(node: AstNode): Edit {
  const { offset, length } = rangeOf(node);
  const text = node.$cstNode?.root.fullText ?? "";
  const before = /(?:^|\n)[ \t]*$/.exec(text.slice(0, offset))?.[0];
  const after = /^[ \t]*(?=\n|$)/.exec(text.slice(offset + length))?.[0];
  if (before === undefined || after === undefined) return { offset, length, text: "" };
  return { offset: offset - before.length, length: before.length + length + after.length, text: "" };
}

/** Puts a line after the last line of a block, or before its brace where the block has none or stands on one line. */
export function addLine(block: AstNode, lines: readonly AstNode[], text: string): Edit {
  const last = lines.at(-1);
  const whole = rangeOf(block);
  if (!last) {
    const source = textOf(block);
    const brace = source.indexOf("{") + 1;
    return { offset: whole.offset + brace, length: 0, text: ` ${text}` };
  }
  const end = rangeOf(last);
  const separate = whole.line === whole.endLine ? "  " : `\n${" ".repeat(end.column - 1)}`;
  return { offset: end.offset + end.length, length: 0, text: `${separate}${text}` };
}

/** Puts lines before the first line of a block. */
export function addFirst(block: AstNode, first: AstNode | undefined, texts: readonly string[]): Edit {
  if (first) {
    const { offset, column, line } = rangeOf(first);
    const indent = line === rangeOf(block).line ? "\n  " : `\n${" ".repeat(column - 1)}`;
    return { offset, length: 0, text: texts.map((text) => `${text}${indent}`).join("") };
  }
  const { offset } = rangeOf(block);
  const brace = textOf(block).indexOf("{") + 1;
  return { offset: offset + brace, length: 0, text: `\n${texts.map((text) => `  ${text}\n`).join("")}` };
}

/** Takes one thing out of a list, with the comma that sets it off: the one before it, or after it where it is the first. */
export function removeListed(node: AstNode): Edit {
  const { offset, length } = rangeOf(node);
  const text = node.$cstNode?.root.fullText ?? "";
  const before = /,\s*$/.exec(text.slice(0, offset))?.[0];
  if (before !== undefined) return { offset: offset - before.length, length: length + before.length, text: "" };
  const after = /^\s*,\s*/.exec(text.slice(offset + length))?.[0] ?? "";
  return { offset, length: length + after.length, text: "" };
}
