import assert from "node:assert/strict";
import type { CodeAction } from "vscode-languageserver";
import { open, services } from "../syntax/reading.js";

/** What the lamp of an editor offers for every finding of a text. */
async function offers(text: string): Promise<CodeAction[]> {
  const document = await open(text, true);
  const context = { diagnostics: document.diagnostics ?? [] };
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const params = { textDocument: { uri: document.uri.toString() }, range, context };
  return ((await services.Concordat.lsp.CodeActionProvider!.getCodeActions(document, params)) ?? []) as CodeAction[];
}

describe("mending with one key", () => {
  it("writes what was meant in place of a slip", async () => {
    const [offer] = await offers("contract a { payment p { pays £1.2m } }");
    assert.equal(offer!.title, "Write £1.2 million");
    assert.deepEqual(Object.values(offer!.edit!.changes!).flat(), [
      { range: { start: { line: 0, character: 30 }, end: { line: 0, character: 35 } }, newText: "£1.2 million" },
    ]);
  });
  it("writes the name that was probably meant", async () => {
    const text = "contract a { provider trust  payment p { pays £1  paid to trsut } }";
    assert.ok((await offers(text)).some(({ title }) => title === "Write trust"));
  });
  it("offers nothing where there is nothing to mend", async () =>
    assert.deepEqual(await offers("contract a { supplier trust }"), []));
});
