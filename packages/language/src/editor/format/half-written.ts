import type { LangiumServices } from "langium/lsp";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { STEP } from "./breaks.js";
import type { Change } from "./lay-out.js";

/**
 * The indentation of a line in a text that does not parse, told by the braces before it: of an empty line that of what
 * stands in its block, of a closing brace that of the line with the opening one. Any other line, and one inside prose or a
 * remark, stays as it is: it may go on with what the line above says.
 */
export function indentedByBraces(document: TextDocument, line: number, { parser }: LangiumServices): Change[] {
  const text = document.getText();
  const offset = document.offsetAt({ line, character: 0 });
  const [written = ""] = text.slice(offset).split(/\r\n|\r|\n/, 1);
  const closes = /^\s*\}/.test(written);
  if (written.trim() !== "" && !closes) return [];

  const { tokens, hidden } = parser.Lexer.tokenize(text);
  const inside = [...tokens, ...hidden].some(
    ({ startOffset, endOffset }) => startOffset < offset && offset <= endOffset!,
  );
  if (inside) return [];
  const open: number[] = [];
  for (const { tokenType, startOffset } of tokens) {
    if (startOffset >= offset) break;
    if (tokenType.name === "{") open.push(startOffset);
    else if (tokenType.name === "}") open.pop();
  }
  const opening = open.at(-1);
  const outer = opening === undefined ? 0 : blanksBefore(document, opening);
  const wanted = " ".repeat(opening === undefined || closes ? outer : outer + STEP);
  const end = offset + (/^[ \t]*/.exec(written)?.[0].length ?? 0);
  return text.slice(offset, end) === wanted ? [] : [{ offset, end, text: wanted }];
}

/** How far the line that has an offset is indented. */
function blanksBefore(document: TextDocument, offset: number): number {
  const { line } = document.positionAt(offset);
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return text.length - text.trimStart().length;
}
