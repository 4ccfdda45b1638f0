import { type AstNode, AstUtils, type LangiumDocument, type ValidationAcceptor } from "langium";
import type { LangiumServices, LangiumSharedServices } from "langium/lsp";
import { determinationMakesSense } from "../determinations/of-contract.js";
import { DIAGNOSTICS } from "../diagnostics/catalogue.js";
import { collector, type Found, type TextRange } from "../diagnostics/finding.js";
import { placedIn } from "../diagnostics/placed.js";
import type * as ast from "../generated/ast.js";
import { deedMakesSense } from "../variations/check.js";
import { loweredContract } from "../workspace/lowered.js";
import { importsLead } from "./imports.js";
import { libraryMakesSense } from "./libraries.js";

const LEVEL = { error: "error", warning: "warning", information: "info" } as const;

/** A thing of a file that is looked at as a whole, and what is found in it. */
type Check<T extends AstNode> = (
  thing: T,
  document: LangiumDocument,
  shared: LangiumSharedServices,
) => readonly Found[];

const contractMakesSense: Check<ast.Contract> = (contract, document, shared) =>
  loweredContract(contract, document, shared).found;

/**
 * What a file declares is lowered whole, and what that finds is told where it stands. It waits until the text parses and
 * every name is known, so that one fault gives one message.
 */
export function registerChecks({ shared, validation }: LangiumServices): void {
  const whenRead =
    <T extends ast.Contract | ast.Library | ast.Variation | ast.Determination>(check: Check<T>) =>
    (thing: T, accept: ValidationAcceptor): void => {
      const document = AstUtils.getDocument(thing);
      if (document.references.some((reference) => reference.error !== undefined)) return;
      ifParsed(check)(thing, accept);
    };
  const ifParsed =
    <T extends AstNode>(check: Check<T>) =>
    (thing: T, accept: ValidationAcceptor): void => {
      const document = AstUtils.getDocument(thing);
      const { lexerErrors, parserErrors } = document.parseResult;
      if (lexerErrors.length > 0 || parserErrors.length > 0) return;
      for (const found of check(thing, document, shared)) tell(found, thing, document, accept);
    };
  validation.ValidationRegistry.register<ast.ConcordatAstType>({
    ConcordatFile: ifParsed((file: ast.ConcordatFile) => {
      const { report, found } = collector();
      importsLead(file, shared, report);
      return found;
    }),
    Contract: whenRead(contractMakesSense),
    Library: whenRead(libraryMakesSense),
    Determination: whenRead((one: ast.Determination) => determinationMakesSense(one, shared)),
    Variation: whenRead((variation: ast.Variation) => deedMakesSense(variation, shared)),
  });
}

function tell(found: Found, thing: AstNode, document: LangiumDocument, accept: ValidationAcceptor): void {
  const { id, message, range, fixes, accepts, related } = placedIn(document, thing, found);
  const [fix, ...others] = fixes;
  const otherFixes = [...others, ...accepts];
  accept(LEVEL[DIAGNOSTICS[id].severity], message, {
    node: thing,
    range: toLsp(range),
    code: id,
    data: { id, ...(fix ? { fix } : {}), ...(otherFixes.length > 0 ? { otherFixes } : {}) },
    ...(related.length > 0
      ? {
          relatedInformation: related.map((other) => ({
            message: other.message,
            location: { uri: other.document.uri.toString(), range: toLsp(other.range) },
          })),
        }
      : {}),
  });
}

const toLsp = (range: TextRange) => ({
  start: { line: range.line - 1, character: range.column - 1 },
  end: { line: range.endLine - 1, character: range.endColumn - 1 },
});
