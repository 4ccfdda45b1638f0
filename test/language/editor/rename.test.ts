import assert from "node:assert/strict";
import { AstUtils, GrammarUtils, type LangiumDocument } from "langium";
import type { WorkspaceEdit } from "vscode-languageserver";
import type * as ast from "../../../packages/language/src/generated/ast.js";
import { termsInForce } from "../../../packages/language/src/variations/in-force.js";
import { loweredContract } from "../../../packages/language/src/workspace/lowered.js";
import { services } from "../syntax/reading.js";
import { cursorIn, renamed } from "./asking.js";
import { edited, exampleFolders, opened, type Texts, workspaceServices } from "./workspace.js";

const { RenameProvider } = workspaceServices.Concordat.lsp;

interface Declared {
  readonly file: string;
  readonly kind: string;
  readonly name: string;
  readonly offset: number;
}

/** Every name that is declared in some texts. */
function declaredIn(documents: ReadonlyMap<string, LangiumDocument>): Declared[] {
  return [...documents].flatMap(([file, document]) =>
    AstUtils.streamAst(document.parseResult.value)
      .toArray()
      .flatMap((node) => {
        const cst = GrammarUtils.findNodeForProperty(node.$cstNode, "name");
        return cst ? [{ file, kind: node.$type, name: cst.text, offset: cst.offset }] : [];
      }),
  );
}

async function rename(
  documents: ReadonlyMap<string, LangiumDocument>,
  at: Declared,
  newName: string,
): Promise<WorkspaceEdit> {
  const document = documents.get(at.file)!;
  const position = document.textDocument.positionAt(at.offset);
  const params = { textDocument: { uri: document.uri.toString() }, position, newName };
  return (await RenameProvider!.rename(document, params))!;
}

const FIRST = "other-";

/** What is found in some texts, and what their contracts come to with all that deeds change in them; in any names. */
function meaning(documents: ReadonlyMap<string, LangiumDocument>): unknown {
  const { shared } = workspaceServices;
  const found = [...documents].flatMap(([file, { diagnostics = [] }]) =>
    diagnostics.map(({ code, message }) => `${file}: ${code} ${message}`),
  );
  const models = [...documents.values()].flatMap((document) =>
    (document.parseResult.value as ast.ConcordatFile).contracts.flatMap((contract) => [
      loweredContract(contract, document, shared).contract,
      ...(termsInForce(contract, shared) ?? []).map((terms) => terms.contract),
    ]),
  );
  const text = JSON.stringify({ found, models }, (key, value) => (key === "source" ? undefined : value));
  return JSON.parse(text.replaceAll(FIRST, ""));
}

/** Where a name is a heading or a row of another file, the text alone cannot give it another. */
const isRefused = (error: unknown): boolean =>
  error instanceof Error &&
  /(is a|heading of a) column of|is a value in the column|comes with the language/.test(error.message);

describe("renaming", () => {
  describe("every name of the examples, and back", () => {
    const step = process.env.CONCORDAT_FULL ? 1 : 17;
    let count = 0;
    for (const { name, texts } of exampleFolders()) {
      it(name, async function () {
        this.timeout(600_000);
        const before = await opened(texts);
        const expected = meaning(before);
        const names = declaredIn(before).filter(() => count++ % step === 0);
        for (const at of names) await thereAndBack(texts, at, expected);
      });
    }
  });

  async function thereAndBack(texts: Texts, at: Declared, expected: unknown): Promise<void> {
    const what = `${at.kind} ${at.name} in ${at.file}`;
    const documents = await opened(texts);
    let there: Texts;
    try {
      there = edited(texts, await rename(documents, at, FIRST + at.name));
    } catch (error) {
      assert.ok(isRefused(error), `${what}: ${error}`);
      return;
    }
    const after = await opened(there);
    assert.deepEqual(meaning(after), expected, what);
    const moved = declaredIn(after).find(
      ({ name, kind, file }) => file === at.file && kind === at.kind && name === FIRST + at.name,
    );
    assert.ok(moved, what);
    const back = edited(there, await rename(after, moved, at.name));
    assert.deepEqual([...back], [...texts], what);
  }

  const TEXT = `import care from "std/better-care"
contract a {
  commissioner icb
  provider tr‸ust
  group all { trust 100% }
  records spells dated by ended { ended date  how one of late, early }
  figure list : people, once
  metric m { count of spells where how is late }
  metric n is care.falls { target 5 }
  define stake for each all as trust £5
  payment p each year { pays £5  then cap: at most £3 a spell times list  paid to trust }
  example e { in 2026/27  expect trust receives £5 from p }
  clause c """ the {trust} and {p} """
}`;
  const at = (name: string): string => TEXT.replace("‸", "").replace(name, `${name[0]}‸${name.slice(1)}`);

  it("reaches lines, keys of rows, and prose", async () =>
    assert.equal(await renamed(TEXT, "hospital"), TEXT.replace("‸", "").replaceAll("trust", "hospital")));
  it("may give a word of the language as a name", async () =>
    assert.equal(await renamed(TEXT, "payment"), TEXT.replace("‸", "").replaceAll("trust", "payment")));
  it("gives what is counted its name as a unit too, one and many", async () => {
    const text = await renamed(at("spells"), "stays");
    assert.match(text, /count of stays where/);
    assert.match(text, /£3 a stay times/);
  });

  /** Why a name is refused. */
  const refused = async (text: string, newName: string): Promise<string> => {
    try {
      return `not refused: ${await renamed(text, newName)}`;
    } catch (error) {
      return (error as Error).message;
    }
  };
  it("refuses what is no name, and says how a name is written", async () => {
    assert.match(await refused(TEXT, "2nd-trust"), /^"2nd-trust" is not a name: a name begins with a letter/);
    assert.match(await refused(TEXT, "the trust"), /is not a name/);
    assert.match(await refused(TEXT, " "), /^A name is needed\.$/);
    assert.match(await refused(TEXT, "of"), /^"of" joins values in the language/);
  });
  it("refuses a name that something else has", async () => {
    assert.equal(await refused(TEXT, "p"), "A payment is called p already, on line 11. Choose another name.");
    assert.equal(await refused(at("how"), "ended"), "A field is called ended already, on line 6. Choose another name.");
    assert.equal(
      await refused(at("late"), "early"),
      "A category is called early already, on line 6. Choose another name.",
    );
  });
  it("refuses what comes with the language, and what is a word of it", async () => {
    assert.match(await refused(at("falls"), "fallen"), /^falls comes with the language, in std\/better-care/);
    assert.match(await refused(at("target 5"), "fallen"), /not/);
  });
  it("refuses rows and columns of files, and says where they are named", async () => {
    const text = `contract a { each provider practice from "practices.csv" { li‸st people }
      figure f for each practice : people, once  example e { in 2026  given f of riverside 5 } }`;
    assert.match(await refused(text, "size"), /^list is a column of practices\.csv/);
    assert.match(
      await refused(text.replace("‸", "").replace("riverside", "river‸side"), "lakeside"),
      /^riverside is a row of practices\.csv: give it another name there\.$/,
    );
    assert.match(
      await refused(text.replace("‸", "").replace("practice from", "pract‸ice from"), "gp"),
      /^practice is also the heading/,
    );
  });
  it("says before it is asked for a name what would be renamed, or why nothing would", async () => {
    const { document, position } = await cursorIn(TEXT);
    const params = { textDocument: { uri: document.uri.toString() }, position };
    const range = (await services.Concordat.lsp.RenameProvider!.prepareRename!(document, params))!;
    assert.equal(document.textDocument.getText(range), "trust");
    const word = await cursorIn(at("metric m"));
    const asked = { textDocument: { uri: word.document.uri.toString() }, position: word.position };
    assert.throws(
      () => services.Concordat.lsp.RenameProvider!.prepareRename!(word.document, asked),
      /not the name of anything/,
    );
  });
});
