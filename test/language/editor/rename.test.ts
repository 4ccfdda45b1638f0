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
  error instanceof Error && /is a column of|is a value in the column|comes with the language/.test(error.message);

describe("renaming", () => {
  describe("every name of the examples, and back", () => {
    const step = process.env.CONCORDAT_FULL ? 1 : Number(process.env.STEP ?? 17);
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
});
