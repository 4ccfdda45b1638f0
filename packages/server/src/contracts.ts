import { loweredContract } from "@concordat/language";
import type { ContractModel } from "@concordat/model";
import { type AstNode, CstUtils, type LangiumDocument } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import { DiagnosticSeverity } from "vscode-languageserver";

/** A contract as it stands in the text. */
export type ContractText = Parameters<typeof loweredContract>[0];

export function textsIn(document: LangiumDocument): ContractText[] {
  return (document.parseResult.value as AstNode & { contracts: ContractText[] }).contracts;
}

/** A contract of a checked document, ready to be worked with, or in a reader's words why it is not. */
export type Ready = { contract: ContractModel } | { problem: string };

export class Contracts {
  constructor(private readonly shared: LangiumSharedServices) {}

  named(document: LangiumDocument, name: string): Ready {
    return this.ready(
      document,
      textsIn(document).find((contract) => contract.name === name),
    );
  }

  /** The contract that a line (from 0) lies in; the first of the file where it lies in none. */
  at(document: LangiumDocument, line: number | undefined): Ready {
    const texts = textsIn(document);
    const around = texts.find(({ $cstNode }) => {
      const range = $cstNode && CstUtils.toDocumentSegment($cstNode).range;
      return range && line !== undefined && range.start.line <= line && line <= range.end.line;
    });
    return this.ready(document, around ?? texts[0]);
  }

  private ready(document: LangiumDocument, text: ContractText | undefined): Ready {
    if (!text) return { problem: "the file has no such contract" };
    if (document.diagnostics?.some(({ severity }) => severity === DiagnosticSeverity.Error)) {
      return { problem: "the contract has errors" };
    }
    const { contract } = loweredContract(text, document, this.shared);
    return contract ? { contract } : { problem: "the contract is not complete" };
  }
}
