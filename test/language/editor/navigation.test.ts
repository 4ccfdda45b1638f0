import assert from "node:assert/strict";
import { URI } from "langium";
import type { Location, LocationLink, Range } from "vscode-languageserver";
import { services } from "../syntax/reading.js";
import { cursorIn } from "./asking.js";
import { edited, opened, workspaceServices } from "./workspace.js";

const { lsp } = services.Concordat;
const { LangiumDocuments } = services.shared.workspace;

const CONTRACT = `import care from "std/better-care"
contract a {
  commissioner icb
  provider trust
  group all { trust 100% }
  records spells dated by ended { ended date  how one of late, early }
  table fees for each how { | how | fee | | late | £1 | | early | £2 | }
  metric m { count of spells where how is late }
  metric n is care.falls { target 5 }
  define stake for each all as trust £5
  payment p each year { pays £5  then cap: at most £3  paid to trust }
  balance kept { opening £0  adds cap of p }
  example e { in 2026/27  expect trust receives £5 from p }
  clause c """ the {trust} and {p} """
}`;

/** The contract with a cursor after the first letter of the nth place where a word stands. */
function at(word: string, nth = 1): string {
  let place = -1;
  for (let count = 0; count < nth; count++)
    place = CONTRACT.search(new RegExp(`(?<=^[^]{${place + 1},})\\b${word}\\b`));
  return `${CONTRACT.slice(0, place + 1)}‸${CONTRACT.slice(place + 1)}`;
}

const lineOf = ({ start }: Range): string => CONTRACT.split("\n")[start.line]!.trim().split(" ").slice(0, 2).join(" ");

/** Where the name at the cursor is declared: the first two words of its line, or the library and the words there. */
async function declaration(text: string): Promise<string> {
  const { document, position } = await cursorIn(text);
  const params = { textDocument: { uri: document.uri.toString() }, position };
  const [link] = ((await lsp.DefinitionProvider!.getDefinition(document, params)) ?? []) as LocationLink[];
  if (!link) return "nowhere";
  if (link.targetUri === document.uri.toString()) return lineOf(link.targetSelectionRange);
  const other = LangiumDocuments.getDocument(URI.parse(link.targetUri))!.textDocument;
  return `${link.targetUri}: ${other.getText(link.targetSelectionRange)}`;
}

/** The lines on which the thing at the cursor is named. */
async function uses(text: string): Promise<string[]> {
  const { document, position } = await cursorIn(text);
  const context = { includeDeclaration: false };
  const params = { textDocument: { uri: document.uri.toString() }, position, context };
  const found = (await lsp.ReferencesProvider!.findReferences(document, params)) as Location[];
  return found.map(({ range }) => lineOf(range)).sort();
}

describe("going to where a name is declared", () => {
  it("finds a party from a group, a payment, an example and prose", async () => {
    for (const nth of [2, 4, 5, 6]) assert.equal(await declaration(at("trust", nth)), "provider trust", `${nth}`);
  });
  it("finds a member from the key of a row", async () => {
    assert.equal(await declaration(at("trust", 3)), "provider trust");
    assert.equal(await declaration(at("late", 2)), "records spells");
  });
  it("finds a step from its payment's name for it", async () =>
    assert.equal(await declaration(at("cap", 2)), "payment p"));
  it("leads into the libraries that come with the language", async () => {
    assert.equal(await declaration(at("falls")), "concordat-std:/std/better-care.concordat: falls");
    assert.equal(await declaration(at("care", 3)), "import care");
  });
});

describe("finding where a thing is named", () => {
  it("finds lines, keys and prose", async () =>
    assert.deepEqual(await uses(at("trust", 1)), ["clause c", "define stake", "example e", "group all", "payment p"]));
  it("finds the same from any of them", async () =>
    assert.deepEqual(await uses(at("trust", 6)), await uses(at("trust", 1))));
  it("finds the rows and conditions that say a value of a field", async () =>
    assert.deepEqual(await uses(at("late")), ["metric m", "table fees"]));
  it("marks them in the text, with the declaration", async () => {
    const { document, position } = await cursorIn(at("p", 1));
    const params = { textDocument: { uri: document.uri.toString() }, position };
    const marks = (await lsp.DocumentHighlightProvider!.getDocumentHighlight(document, params)) ?? [];
    assert.deepEqual(marks.map(({ range }) => lineOf(range)).sort(), [
      "balance kept",
      "clause c",
      "example e",
      "payment p",
    ]);
  });
});

describe("a thing that other files name", () => {
  const FILES = new Map([
    ["files/terms.concordat", "library terms { define fee as £5 }"],
    [
      "files/a.concordat",
      'import terms from "terms.concordat"\ncontract a { metric m { target 5 }  payment p each year { pays terms.fee  then cap: at most £3 } }',
    ],
    [
      "files/deed.concordat",
      "variation d of a { effective 1 April 2027  change payment p { then cap: at most £4 }  remove step cap from p }",
    ],
  ]);
  const { RenameProvider } = workspaceServices.Concordat.lsp;
  async function renamedFrom(file: string, before: string, newName: string): Promise<string[]> {
    const documents = await opened(FILES);
    const document = documents.get(file)!;
    const position = document.textDocument.positionAt(FILES.get(file)!.indexOf(before) + before.length - 1);
    const edit = await RenameProvider!.rename(document, {
      textDocument: { uri: document.uri.toString() },
      position,
      newName,
    });
    return [...edited(FILES, edit!).values()];
  }

  it("is renamed in the files that import it, behind the library's name", async () => {
    const [terms, contract] = await renamedFrom("files/terms.concordat", "define fee", "charge");
    assert.match(terms!, /define charge as/);
    assert.match(contract!, /pays terms\.charge {2}then/);
  });
  it("is renamed in the deeds that change it, from either side", async () => {
    for (const [file, before] of [
      ["files/a.concordat", "payment p"],
      ["files/deed.concordat", "change payment p"],
    ] as const) {
      const [, contract, deed] = await renamedFrom(file, before, "fees");
      assert.match(contract!, /payment fees each year/);
      assert.match(deed!, /change payment fees \{.*remove step cap from fees/);
    }
  });
  it("is renamed in deeds by its part of a payment too", async () => {
    const [, contract, deed] = await renamedFrom("files/a.concordat", "then cap", "limit");
    assert.match(contract!, /then limit: at most £3/);
    assert.match(deed!, /then limit: at most £4.*remove step limit from p/);
  });
  it("is renamed by its contract's name in every deed", async () => {
    const [, contract, deed] = await renamedFrom("files/a.concordat", "contract a", "alliance");
    assert.match(contract!, /contract alliance \{/);
    assert.match(deed!, /variation d of alliance \{/);
  });
});
