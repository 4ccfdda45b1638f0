import assert from "node:assert/strict";
import type { CodeAction } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { manualPage } from "../../../packages/language/src/diagnostics/page.js";
import { open, services } from "../syntax/reading.js";

/** A text after one kind of action on its file; as it was where none is offered. */
async function done(text: string, kind: string): Promise<string> {
  const document = await open(text, true);
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const params = { textDocument: { uri: document.uri.toString() }, range, context: { diagnostics: [], only: [kind] } };
  const actions = ((await services.Concordat.lsp.CodeActionProvider!.getCodeActions(document, params)) ??
    []) as CodeAction[];
  assert.ok(actions.length <= 1, "more than one action");
  const edits = Object.values(actions[0]?.edit?.changes ?? {}).flat();
  return TextDocument.applyEdits(TextDocument.create("memory:///a", "concordat", 0, text), edits);
}

describe("what can be done with a whole file", () => {
  it("mends all that can be read in one way only, and leaves what must be thought about", async () =>
    assert.equal(
      await done(
        "contract a { provider trust “The trust”  payment p { pays £1.2m  pays £1.5k  paid to trsut } }",
        "source.fixAll",
      ),
      'contract a { provider trust "The trust"  payment p { pays £1.2 million  pays £1.5 thousand  paid to trsut } }',
    ));
  it("puts parties in the order of their roles, and keeps the order in a role", async () =>
    assert.equal(
      await done(
        "contract a {\n  provider zeta\n  evaluator uni\n  commissioner icb\n  provider alpha\n}",
        "source.sortParties",
      ),
      "contract a {\n  commissioner icb\n  provider zeta\n  provider alpha\n  evaluator uni\n}",
    ));
  it("leaves parties where they are when a remark stands between them", async () => {
    const text = "contract a {\n  provider zeta\n  // who pays\n  commissioner icb\n}";
    assert.equal(await done(text, "source.sortParties"), text);
  });
  it("puts imports in order, and leaves out what is not used", async () =>
    assert.equal(
      await done(
        'import own from "own.concordat"\nimport unused from "std/share-ranges"\nimport care from "std/better-care"\ncontract a { metric f is care.falls { target 1 }  define d as own.x }',
        "source.organizeImports",
      ),
      'import care from "std/better-care"\nimport own from "own.concordat"\ncontract a { metric f is care.falls { target 1 }  define d as own.x }',
    ));
  it("is not offered beside the mends of one line", async () => {
    const text = "contract a { provider zeta  commissioner icb }";
    assert.equal(await done(text, "quickfix"), text);
  });
});

describe("what a finding leads to", () => {
  it("is its page of the manual, and the text is faded where it changes nothing", async () => {
    const document = await open("contract a { payment p { pays £1.2m } }", true);
    const [finding] = document.diagnostics!;
    assert.equal(finding!.codeDescription!.href, "concordat-manual:/diagnostics/money-suffix.md");
    const page = manualPage("/diagnostics/money-suffix.md")!;
    assert.match(page, /^# .+\n\n`money-suffix`, an error.*## Why it matters\n\n.+## What to do\n\n.+/s);
    assert.equal(manualPage("/diagnostics/toString.md"), undefined);
  });
});
