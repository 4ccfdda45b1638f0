import assert from "node:assert/strict";
import path from "node:path";
import "../../packages/language/src/polyfill.js";
import { URI } from "langium";
import { NodeFileSystem } from "langium/node";
import { createConcordatServices } from "../../packages/language/src/module.js";
import { root } from "../architecture/files.js";
import { contracts as all, tokensOf } from "./syntax/reading.js";

/** Contracts without a fault of their own. (The sample of the grammar has every kind of line, and no meaning.) */
const contracts = all.filter(({ name }) => name.startsWith("examples/"));

/** One fault, few messages: of the form, the names and the meaning together. */
const MOST = 3;

/** Every word in `npm test`; while working, one in twenty of them, others in each contract. */
const STEP = process.env.CONCORDAT_FULL ? 1 : 20;

const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } =
  createConcordatServices(NodeFileSystem).shared.workspace;
let texts = 0;

/** All that the checker says of a text that stands where the file `name` does. */
async function check(name: string, text: string): Promise<string[]> {
  const uri = URI.file(path.join(root, path.dirname(name), `damaged-${texts++}.concordat`));
  const document = LangiumDocumentFactory.fromString(text, uri);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document], { validation: true });
  // Out of the index too: it would keep the tree of every damaged text.
  await DocumentBuilder.update([], [uri]);
  return (document.diagnostics ?? []).filter(({ severity }) => severity === 1).map(({ message }) => `${message}`);
}

describe("the checker on damaged contracts never fails, and never rains", function () {
  this.timeout(1_800_000);
  for (const [place, { name, text }] of contracts.entries()) {
    const words = tokensOf(text).filter((_, index) => index % STEP === place % STEP);

    // A sample of every word is no contract that makes sense: what is said of it whole is not said of the damage.
    let whole: ReadonlySet<string>;
    before(async () => {
      whole = new Set(await check(name, text));
    });
    const rains = (said: readonly string[]): boolean => said.filter((message) => !whole.has(message)).length > MOST;

    it(`${name}, with any one word left out`, async () => {
      const many: unknown[] = [];
      for (const { offset, end, line, written } of words) {
        const damaged = text.slice(0, offset) + text.slice(offset, end).replace(/[^\n]/g, " ") + text.slice(end);
        const said = await check(name, damaged);
        if (rains(said)) many.push([line, written, said]);
      }
      assert.deepEqual(many, []);
    });

    it(`${name}, broken off before any word`, async () => {
      const many: unknown[] = [];
      for (const { offset, line, written } of words) {
        const said = await check(name, text.slice(0, offset));
        if (rains(said)) many.push([line, written, said]);
      }
      assert.deepEqual(many, []);
    });
  }
});
