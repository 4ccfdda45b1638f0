import assert from "node:assert/strict";
import { createConcordatServices } from "@concordat/language";
import { type AstNode, EmptyFileSystemProvider, type LangiumDocument, URI } from "langium";
import { HEADER } from "./files.js";

const LIBRARY = `library care "Care" {
  records answers dated by answered { answered date  score number }
  metric asked "Asked of patients" {
    share of  answers counting those where score at least 7
    measured  each year
    baseline  70%
    target    80%
    source    "The survey"
    if not reported  defer to reconciliation
  }
}
`;
const CONTRACT = `import care from "./care.concordat"
contract wardle "Wardle" {${HEADER}
  metric experience is care.asked { target 90%  owner gps }
  payment outcomes each year { pool £10,000  weight 100% on experience, scaled 0% at baseline, 100% at target  paid to gps }
}
`;
const DEED = `variation deed-1 of wardle {
  effective 1 April 2028
  change payment outcomes { weight 100% on experience, scaled 0% at 75%, 100% at target }
}
`;

/** Files as an editor holds them. */
class OpenFiles extends EmptyFileSystemProvider {
  constructor(private readonly texts: ReadonlyMap<string, string>) {
    super();
  }
  override async readFile(uri: URI): Promise<string> {
    return this.texts.get(uri.toString())!;
  }
}

/** A workspace with the three files open, as an editor has them. */
async function workspace() {
  const texts = new Map<string, string>();
  const { shared, Concordat } = createConcordatServices({ fileSystemProvider: () => new OpenFiles(texts) });
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = shared.workspace;
  const documents = Object.entries({ care: LIBRARY, wardle: CONTRACT, deed: DEED }).map(([name, text]) =>
    LangiumDocumentFactory.fromString<AstNode>(text, URI.file(`/folder/${name}.concordat`)),
  );
  for (const document of documents) {
    texts.set(document.uri.toString(), document.textDocument.getText());
    LangiumDocuments.addDocument(document);
  }
  await DocumentBuilder.build(documents, { validation: true });
  const [care, wardle, deed] = documents as [LangiumDocument, LangiumDocument, LangiumDocument];
  return { texts, shared, lsp: Concordat.lsp, care, wardle, deed };
}

const at = (document: LangiumDocument, words: string) => ({
  textDocument: { uri: document.uri.toString() },
  position: document.textDocument.positionAt(document.textDocument.getText().indexOf(words) + 1),
});
const messages = ({ diagnostics }: LangiumDocument): unknown[] => (diagnostics ?? []).map(({ message }) => message);

describe("an editor with several files", function () {
  this.timeout(300_000);
  it("leads from a contract to the library's metric", async () => {
    const { lsp, wardle, care } = await workspace();
    const [link] = (await lsp.DefinitionProvider!.getDefinition(wardle, at(wardle, "asked {")))!;
    assert.equal(link!.targetUri, care.uri.toString());
    assert.equal(link!.targetSelectionRange.start.line, 2);
  });

  it("shows what the library says of it", async () => {
    const { lsp, wardle } = await workspace();
    const hover = await lsp.HoverProvider!.getHoverContent(wardle, at(wardle, "asked {"));
    const { value } = hover!.contents as { value: string };
    assert.match(value, /\*\*Asked of patients\*\*, metric/);
    assert.match(value, /source {4}"The survey"/);
  });

  it("renames in every file what one file declares", async () => {
    const { lsp, care, wardle } = await workspace();
    const edit = await lsp.RenameProvider!.rename(care, { ...at(care, 'asked "Asked'), newName: "surveyed" });
    assert.deepEqual(Object.keys(edit!.changes!).sort(), [care.uri.toString(), wardle.uri.toString()]);
  });

  it("renames a metric of the contract in its deeds", async () => {
    const { lsp, wardle, deed } = await workspace();
    const edit = await lsp.RenameProvider!.rename(wardle, { ...at(wardle, "experience is"), newName: "voice" });
    assert.deepEqual(Object.keys(edit!.changes!).sort(), [deed.uri.toString(), wardle.uri.toString()]);
  });

  it("offers the library's metrics after its name", async () => {
    const { lsp, wardle } = await workspace();
    const list = await lsp.CompletionProvider!.getCompletion(wardle, at(wardle, "asked {"));
    assert.deepEqual(
      list!.items.map(({ label }) => label),
      ["asked"],
    );
  });

  it("checks a contract again when a library changes, and a deed when the contract does", async () => {
    const { texts, shared, care, wardle, deed } = await workspace();
    assert.deepEqual([care, wardle, deed].flatMap(messages), []);
    const change = async (document: LangiumDocument, from: string, to: string): Promise<void> => {
      texts.set(document.uri.toString(), texts.get(document.uri.toString())!.replace(from, to));
      await shared.workspace.DocumentBuilder.update([document.uri], []);
    };
    await change(care, "baseline  70%", "");
    assert.deepEqual(messages(wardle), [
      "Here the contract needs the name of a value, and nothing is called baseline: a name or an amount may be missing before it.",
    ]);
    await change(care, "target    80%", "baseline 71% target 80%");
    assert.deepEqual(messages(wardle), []);
    await change(wardle, "payment outcomes", "payment incentive");
    assert.deepEqual(messages(deed), ["wardle has no payment outcomes on that day."]);
  });
});
