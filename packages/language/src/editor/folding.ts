import { AstUtils, CstUtils, GrammarUtils, type LangiumDocument } from "langium";
import type { FoldingRangeProvider } from "langium/lsp";
import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver";
import * as ast from "../generated/ast.js";

interface Lines {
  readonly from: number;
  readonly to: number;
}

/** What can be folded away: blocks and tables between their braces, texts between their quotes, remarks, imports. */
export class ConcordatFolding implements FoldingRangeProvider {
  getFoldingRanges({ parseResult }: LangiumDocument): FoldingRange[] {
    const root = parseResult.value;
    const foldings: FoldingRange[] = [];
    const fold = ({ from, to }: Lines, kind?: FoldingRangeKind): void => {
      if (to > from) foldings.push({ startLine: from, endLine: to, ...(kind ? { kind } : {}) });
    };
    for (const node of AstUtils.streamAllContents(root)) {
      const open = GrammarUtils.findNodeForKeyword(node.$cstNode, "{");
      const close = GrammarUtils.findNodeForKeyword(node.$cstNode, "}");
      if (open && close) fold({ from: open.range.start.line, to: close.range.start.line - 1 });
      if (ast.isProse(node) && node.$cstNode) {
        const { start, end } = node.$cstNode.range;
        fold({ from: start.line, to: end.line - 1 });
      }
    }
    for (const lines of this.remarks(root)) fold(lines, FoldingRangeKind.Comment);
    if (ast.isConcordatFile(root)) {
      const [first, last] = [root.imports[0]?.$cstNode, root.imports.at(-1)?.$cstNode];
      if (first && last) fold({ from: first.range.start.line, to: last.range.end.line }, FoldingRangeKind.Imports);
    }
    return foldings;
  }

  /** Each remark of several lines, and each run of remarks below each other. */
  private remarks(root: ast.ConcordatFile | LangiumDocument["parseResult"]["value"]): Lines[] {
    const found: Lines[] = [];
    let lastWord = -1;
    for (const { hidden, tokenType, range } of root.$cstNode ? CstUtils.flattenCst(root.$cstNode) : []) {
      const [from, to] = [range.start.line, range.end.line];
      const last = found.at(-1);
      if (!hidden) lastWord = to;
      else if (tokenType.name === "BLOCK_COMMENT") found.push({ from, to });
      else if (from === lastWord) continue;
      else if (last && last.to === from - 1 && lastWord < last.from) found.splice(-1, 1, { from: last.from, to });
      else found.push({ from, to });
    }
    return found;
  }
}
