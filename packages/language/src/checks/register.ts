import type { ValidationAcceptor } from "langium";
import { AstUtils } from "langium";
import type { LangiumServices } from "langium/lsp";
import { DIAGNOSTICS } from "../diagnostics/catalogue.js";
import { rangeOf } from "../diagnostics/finding.js";
import type * as ast from "../generated/ast.js";
import { mendsOf } from "../mends/mends.js";
import { loweredContract } from "../workspace/lowered.js";

const LEVEL = { error: "error", warning: "warning", information: "info" } as const;

/**
 * One check: the whole contract is lowered, and what that finds is told where it stands. It waits until the text parses
 * and every name is known, so that one fault gives one message.
 */
export function registerChecks(services: LangiumServices): void {
  const files = services.shared.workspace.FileSystemProvider;
  const contractMustMakeSense = (contract: ast.Contract, accept: ValidationAcceptor): void => {
    const document = AstUtils.getDocument(contract);
    const { lexerErrors, parserErrors } = document.parseResult;
    if (lexerErrors.length > 0 || parserErrors.length > 0) return;
    if (document.references.some((reference) => reference.error !== undefined)) return;
    for (const finding of loweredContract(contract, document, files).found) {
      const { id, message, node, property, related } = finding;
      const [fix, ...otherFixes] = finding.fix ? [finding.fix] : mendsOf(finding);
      accept(LEVEL[DIAGNOSTICS[id].severity], message, {
        node,
        ...(property ? { property: property as never } : {}),
        code: id,
        data: { id, ...(fix ? { fix } : {}), ...(otherFixes.length > 0 ? { otherFixes } : {}) },
        ...(related
          ? {
              relatedInformation: related.map((other) => ({
                message: other.message,
                location: {
                  uri: AstUtils.getDocument(other.node).uri.toString(),
                  range: toLsp(rangeOf(other.node)),
                },
              })),
            }
          : {}),
      });
    }
  };
  services.validation.ValidationRegistry.register({ Contract: contractMustMakeSense });
}

const toLsp = (range: ReturnType<typeof rangeOf>) => ({
  start: { line: range.line - 1, character: range.column - 1 },
  end: { line: range.endLine - 1, character: range.endColumn - 1 },
});
