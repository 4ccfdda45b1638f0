import assert from "node:assert/strict";
import { selectionRange } from "../../../packages/language/src/editor/selection-range.js";
import { open, sample, services } from "../syntax/reading.js";

const { lsp } = services.Concordat;
const STEP = process.env.CONCORDAT_FULL ? 101 : 1_501;

describe("half a contract", () => {
  it("is outlined, coloured, folded and searched as far as it goes, and nothing fails", async () => {
    for (let at = 40; at < sample.length; at += STEP) {
      for (const text of [sample.slice(0, at), sample.slice(0, at) + sample.slice(at + 60)]) {
        const document = await open(text);
        const textDocument = { uri: document.uri.toString() };
        const position = document.textDocument.positionAt(at - 1);
        const place = { textDocument, position };
        const symbols = await lsp.DocumentSymbolProvider!.getSymbols(document, { textDocument });
        if (at > 100) assert.equal(symbols[0]?.name, "rochdale-alliance");
        await lsp.FoldingRangeProvider!.getFoldingRanges(document, { textDocument });
        await lsp.SemanticTokenProvider!.semanticHighlight(document, { textDocument });
        await lsp.ReferencesProvider!.findReferences(document, { ...place, context: { includeDeclaration: true } });
        await lsp.DefinitionProvider!.getDefinition(document, place);
        const range = { start: position, end: position };
        const context = { diagnostics: [], only: ["source"] };
        await lsp.CodeActionProvider!.getCodeActions(document, { textDocument, range, context });
        selectionRange(document, position);
        const [item] = (await lsp.CallHierarchyProvider!.prepareCallHierarchy(document, place)) ?? [];
        if (item) await lsp.CallHierarchyProvider!.outgoingCalls({ item });
        if (item) await lsp.CallHierarchyProvider!.incomingCalls({ item });
      }
    }
  }).timeout(120_000);
});
