import {
  type AstNode,
  AstUtils,
  type Cancellation,
  interruptAndCheck,
  type LangiumDocument,
  type ValidationAcceptor,
  type ValidationCheck,
} from "langium";
import type { LangiumServices, LangiumSharedServices } from "langium/lsp";
import { determinationMakesSense } from "../determinations/of-contract.js";
import { DIAGNOSTICS } from "../diagnostics/catalogue.js";
import { collector, type Found, type TextRange } from "../diagnostics/finding.js";
import { linksOf } from "../diagnostics/links.js";
import { placedIn } from "../diagnostics/placed.js";
import type * as ast from "../generated/ast.js";
import type { Steps } from "../lowering/turns.js";
import { deedMakesSense } from "../variations/check.js";
import { lowering } from "../workspace/lowered.js";
import { tellFault } from "./faults.js";
import { importsLead } from "./imports.js";
import { libraryMakesSense } from "./libraries.js";

const LEVEL = { error: "error", warning: "warning", information: "info" } as const;

/** A thing of a file that is looked at as a whole, and what is found in it. */
type Check<T extends AstNode> = (thing: T, document: LangiumDocument, shared: LangiumSharedServices) => Steps<Outcome>;
interface Outcome {
  readonly found: readonly Found[];
  readonly faults?: readonly unknown[];
}

/** A check that is done in one go. */
const atOnce = <T extends AstNode>(
  check: (thing: T, document: LangiumDocument, shared: LangiumSharedServices) => readonly Found[],
): Check<T> =>
  // biome-ignore lint/correctness/useYield: it has no parts
  function* (thing, document, shared) {
    return { found: check(thing, document, shared) };
  };

/** What must be right in a contract: told at once. */
function* contractMakesSense(
  contract: ast.Contract,
  document: LangiumDocument,
  shared: LangiumSharedServices,
): Steps<Outcome> {
  return yield* lowering(contract, document, shared).terms();
}

/** Advice takes longest and can wait until nobody types. */
function* contractIsWise(
  contract: ast.Contract,
  document: LangiumDocument,
  shared: LangiumSharedServices,
): Steps<Outcome> {
  const lowered = lowering(contract, document, shared);
  const terms = yield* lowered.terms();
  const told = new Set(terms.found);
  const { found, faults } = yield* lowered.advised();
  return { found: found.filter((one) => !told.has(one)), faults: faults.slice(terms.faults.length) };
}

/**
 * What a file declares is lowered whole, and what that finds is told where it stands. It waits until the text parses and
 * every name is known, so that one fault gives one message.
 */
export function registerChecks({ shared, validation }: LangiumServices): void {
  const whenRead =
    <T extends ast.Contract | ast.Library | ast.Variation | ast.Determination>(check: Check<T>): ValidationCheck<T> =>
    (thing, accept, token) =>
      AstUtils.getDocument(thing).references.some((reference) => reference.error !== undefined)
        ? undefined
        : ifParsed(check)(thing, accept, token);
  const ifParsed =
    <T extends AstNode>(check: Check<T>): ValidationCheck<T> =>
    async (thing, accept, token) => {
      const document = AstUtils.getDocument(thing);
      const { lexerErrors, parserErrors } = document.parseResult;
      if (lexerErrors.length > 0 || parserErrors.length > 0) return;
      const { found, faults = [] } = await inTurns(check(thing, document, shared), token);
      for (const one of found) tell(one, thing, document, accept);
      for (const fault of faults) tellFault(fault, thing, accept);
    };
  validation.ValidationRegistry.register<ast.ConcordatAstType>({
    ConcordatFile: ifParsed(
      atOnce((file: ast.ConcordatFile) => {
        const { report, found } = collector();
        importsLead(file, shared, report);
        return found;
      }),
    ),
    Contract: whenRead(contractMakesSense),
    Library: whenRead(atOnce(libraryMakesSense)),
  });
  validation.ValidationRegistry.register<ast.ConcordatAstType>(
    {
      Contract: whenRead(contractIsWise),
      // The whole contract is read again as each deed leaves it.
      Determination: whenRead(atOnce((one: ast.Determination) => determinationMakesSense(one, shared))),
      Variation: whenRead(atOnce((variation: ast.Variation) => deedMakesSense(variation, shared))),
    },
    undefined,
    "slow",
  );
}

/** Does a check part by part; in between an edit may cancel it. */
async function inTurns<T>(steps: Steps<T>, token: Cancellation.CancellationToken): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await interruptAndCheck(token);
  }
}

function tell(found: Found, thing: AstNode, document: LangiumDocument, accept: ValidationAcceptor): void {
  const { id, message, range, fixes, accepts, related } = placedIn(document, thing, found);
  const [fix, ...others] = fixes;
  const otherFixes = [...others, ...accepts];
  accept(LEVEL[DIAGNOSTICS[id].severity], message, {
    node: thing,
    range: toLsp(range),
    code: id,
    ...linksOf(id),
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
