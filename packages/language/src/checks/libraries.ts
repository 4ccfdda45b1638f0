import type { LangiumDocument } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import { DIAGNOSTICS } from "../diagnostics/catalogue.js";
import { collector, type Found } from "../diagnostics/finding.js";
import * as ast from "../generated/ast.js";
import { lowerContract } from "../lowering/contract.js";
import { expanded } from "../reuse/expand.js";
import { MappedText, stretch, written } from "../reuse/mapped-text.js";
import { readTogether } from "../reuse/virtual.js";
import { unknownName } from "../workspace/lowered.js";
import { duplicateNames } from "./duplicate-names.js";

/**
 * A library is looked at as a contract without parties or payments would be: its metrics, figures and definitions have
 * units and periods of their own. What only a contract decides (what happens if a value is not reported) is not asked.
 */
export function libraryMakesSense(
  library: ast.Library,
  document: LangiumDocument,
  shared: LangiumSharedServices,
): readonly Found[] {
  const { report, found } = collector();
  duplicateNames(library, report);
  if (found.length > 0 || library.items.length === 0) return found;
  const text = document.textDocument.getText();
  const currency = /[€$]/.exec(text.slice(library.$cstNode!.offset, library.$cstNode!.end))?.[0];
  const first = library.items[0]!.$cstNode!.offset;
  const ownSources = library.items.filter(ast.isSourceLine).map(({ $cstNode }) => $cstNode!);
  const without = ownSources.map(({ offset, end }) => ({ offset, end, pieces: [] }));
  const rest = stretch(document, first, library.$cstNode!.end, without);
  const alone = new MappedText([
    written(`${importLines(document)}${header(currency === "€" ? "EUR" : currency === "$" ? "USD" : "GBP")}`),
    ...rest,
  ]);
  const together = readTogether(alone, document.uri, shared);
  const contract = together.contract;
  if (!contract) return [];
  const whole = readTogether(expanded(contract, report), document.uri, shared);
  found.push(...whole.unknown.map(unknownName));
  if (found.length > 0 || !whole.contract) return found;
  return lowerContract(whole.contract, () => undefined).found.filter(({ id }) => DIAGNOSTICS[id].severity === "error");
}

const importLines = (document: LangiumDocument): string =>
  (document.parseResult.value as ast.ConcordatFile).imports.map((line) => `${line.$cstNode?.text ?? ""}\n`).join("");

const header = (currency: string): string => `contract a-library {
  currency ${currency}
  term from 1 April 2020 to 31 March 2030
  year starts 1 April
  settled each year
  rounding nearest penny, halves away from zero
  division by largest remainder
  `;
