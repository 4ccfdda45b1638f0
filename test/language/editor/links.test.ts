import assert from "node:assert/strict";
import path from "node:path";
import "../../../packages/language/src/polyfill.js";
import { URI } from "langium";
import { NodeFileSystem } from "langium/node";
import { createConcordatServices } from "../../../packages/language/src/module.js";
import { root } from "../../architecture/files.js";

const { shared, Concordat } = createConcordatServices(NodeFileSystem);
const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = shared.workspace;
let files = 0;

/** What is underlined in a contract that stands in an example's folder, and where it leads. */
async function links(text: string, folder: string): Promise<(readonly [string, string])[]> {
  const home = URI.file(path.join(root, "examples", folder, `links-${files++}.concordat`));
  const document = LangiumDocumentFactory.fromString(text, home);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document], { validation: false });
  const found = await Concordat.lsp.DocumentLinkProvider!.getDocumentLinks(document, {
    textDocument: { uri: home.toString() },
  });
  const base = URI.file(path.join(root, "examples", folder)).toString();
  return found.map(
    ({ range, target }) => [document.textDocument.getText(range), target!.replace(`${base}/`, "")] as const,
  );
}

describe("links out of a contract", () => {
  it("lead to the libraries that come with the language", async () =>
    assert.deepEqual(await links('import care from "std/better-care"', "qof"), [
      ["std/better-care", "concordat-std:/std/better-care.concordat"],
    ]));
  it("lead to the tables that it reads, where there are such files", async () => {
    const text = 'contract a { each provider practice from "practices.csv"  places ward from "nowhere.csv" }';
    assert.deepEqual(await links(text, "qof"), [["practices.csv", "practices.csv"]]);
  });
  it("lead to the addresses that the contract itself states", async () => {
    const text = `contract a {
      reference "A/1, see https://contracts.example/a-1."
      metric m { source "SUS+, freeze" }
      example e { published "https://data.example/outcomes?year=2026" }
    }`;
    assert.deepEqual(await links(text, "qof"), [
      ["https://contracts.example/a-1", "https://contracts.example/a-1"],
      ["https://data.example/outcomes?year=2026", "https://data.example/outcomes?year=2026"],
    ]);
  });
  it("lead nowhere else", async () =>
    assert.deepEqual(
      await links(
        'import x from "../secret.concordat"  contract a { define c as scaled on m from "/etc/hosts" }',
        "qof",
      ),
      [],
    ));
});
