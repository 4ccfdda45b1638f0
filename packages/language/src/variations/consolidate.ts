import { AstUtils } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import { collector, type Report } from "../diagnostics/finding.js";
import type * as ast from "../generated/ast.js";
import { MappedText, type Piece, stretch, written } from "../reuse/mapped-text.js";
import { type PutTogether, readTogether } from "../reuse/virtual.js";
import { type FileDocument, pathFrom, uriOf } from "../workspace/library-files.js";
import { editsOf } from "./apply.js";
import type { Deed } from "./deeds.js";

export interface Consolidation {
  readonly origin: MappedText;
  readonly together: PutTogether;
}

/**
 * The contract as it stands with these deeds, one after the other, as one text with the contract's imports; it is checked
 * and lowered like any contract. `split`: changed amounts are written so that a period around a deed's day is split by days.
 */
export function consolidate(
  contract: ast.Contract,
  deeds: readonly Deed[],
  shared: LangiumSharedServices,
  { split = false, report = collector().report }: { split?: boolean; report?: Report } = {},
): Consolidation {
  const uri = AstUtils.getDocument(contract).uri;
  let origin = wholeText(contract, []);
  let together = readTogether(origin, uri, shared);
  for (const { variation, effective } of deeds) {
    const before = together.contract;
    if (!before) break;
    const splitOn = split ? { splitOn: effective } : {};
    const edits = editsOf({ contract: before, variation, report, ...splitOn });
    const { offset, end } = before.$cstNode!;
    const imports = importPieces([before, variation], contract);
    origin = new MappedText([...imports, ...stretch(together.document, offset, end, edits), written("\n")]);
    together = readTogether(origin, uri, shared);
  }
  return { origin, together };
}

function wholeText(contract: ast.Contract, more: readonly ast.Variation[]): MappedText {
  const { offset, end } = contract.$cstNode!;
  const document = AstUtils.getDocument(contract);
  return new MappedText([
    ...importPieces([contract, ...more], contract),
    ...stretch(document, offset, end, []),
    written("\n"),
  ]);
}

/** Every import of the files that these stand in, each name once, as seen from the contract's folder. */
function importPieces(things: readonly (ast.Contract | ast.Variation)[], home: ast.Contract): Piece[] {
  const homeUri = AstUtils.getDocument(home).uri;
  const lines = new Map<string, string>();
  for (const thing of things) {
    for (const line of (AstUtils.getDocument(thing) as FileDocument).parseResult.value.imports) {
      const uri = uriOf(line);
      const path = uri ? pathFrom(homeUri, uri) : line.path;
      const seen = path.startsWith("std/") || path.startsWith(".") ? path : `./${path}`;
      if (!lines.has(line.name)) lines.set(line.name, `import ${line.name} from "${seen}"\n`);
    }
  }
  return lines.size === 0 ? [] : [written(`${[...lines.values()].join("")}\n`)];
}
