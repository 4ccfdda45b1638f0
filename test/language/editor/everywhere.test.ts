import assert from "node:assert/strict";
import path from "node:path";
import "../../../packages/language/src/polyfill.js";
import { AstUtils, type CstNode, CstUtils, GrammarAST, type LangiumDocument, URI } from "langium";
import { NodeFileSystem } from "langium/node";
import type { CompletionItem, TextEdit } from "vscode-languageserver";
import { CompletionItemKind } from "vscode-languageserver-types";
import { type ConcordatFile, isPaymentLine } from "../../../packages/language/src/generated/ast.js";
import { createConcordatServices } from "../../../packages/language/src/module.js";
import { root } from "../../architecture/files.js";
import { contracts } from "../syntax/reading.js";

/**
 * With the rest broken: every word of every contract in full. The three other ways, which are as long each: one in twelve.
 * While working, one in a hundred and twenty, others in each contract.
 */
const FULL = process.env.CONCORDAT_FULL !== undefined;
const STEP = FULL ? 1 : 120;
const OTHERS = FULL ? 12 : 1;

const services = createConcordatServices(NodeFileSystem);
const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = services.shared.workspace;
const { CompletionProvider } = services.Concordat.lsp;
const parser = services.Concordat.parser.LangiumParser;
let texts = 0;

async function opened(name: string, text: string): Promise<LangiumDocument> {
  const uri = URI.file(path.join(root, path.dirname(name), `written-${texts++}.concordat`));
  const document = LangiumDocumentFactory.fromString(text, uri);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document], { validation: false });
  return document;
}

async function offeredAt(name: string, text: string, offset: number): Promise<readonly CompletionItem[]> {
  const document = await opened(name, text);
  const position = document.textDocument.positionAt(offset);
  const textDocument = { uri: document.uri.toString() };
  const list = await CompletionProvider!.getCompletion(document, { textDocument, position });
  await DocumentBuilder.update([], [document.uri]);
  return list?.items ?? [];
}

/** A word of a contract, and what of it should be offered before it is written. */
interface Word {
  readonly offset: number;
  readonly end: number;
  /** A word of the language, or the name of something. */
  readonly wanted?: string;
  /** Where the name is declared in this text. */
  readonly declared?: number | undefined;
}

const isText = (leaf: CstNode): boolean => !("content" in leaf) && !(leaf as { hidden?: boolean }).hidden;

const wordsOf = (document: LangiumDocument): Word[] =>
  CstUtils.streamCst(document.parseResult.value.$cstNode!).filter(isText).map(wordOf(document)).toArray();

const wordOf =
  (document: LangiumDocument) =>
  ({ offset, end, text, grammarSource, astNode }: CstNode): Word => {
    if (GrammarAST.isKeyword(grammarSource))
      return /^[a-z]/.test(grammarSource.value) ? { offset, end, wanted: grammarSource.value } : { offset, end };
    if (!AstUtils.getContainerOfType(grammarSource, GrammarAST.isCrossReference)) return { offset, end };
    const meant = AstUtils.streamReferences(astNode).find(({ reference }) => reference.$refText === text);
    const target = (meant?.reference as { ref?: typeof astNode } | undefined)?.ref;
    // `cap of core`: which payment has such a step is said behind the name, and may be what is broken.
    if (!target || isPaymentLine(target)) return { offset, end };
    const here = AstUtils.getDocument(target) === document;
    return { offset, end, wanted: text, declared: here ? target.$cstNode?.offset : undefined };
  };

/** The same numbers on every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Some words left out and some written twice. */
function broken(text: string, words: readonly Word[], from: number, roll: (below: number) => number): string {
  let out = "";
  let at = from;
  for (const { offset, end } of words.filter((word) => word.offset >= from)) {
    const fate = roll(8);
    out +=
      text.slice(at, offset) +
      (fate === 0 ? "" : text.slice(offset, end)) +
      (fate === 1 ? ` ${text.slice(offset, end)}` : "");
    at = end;
  }
  return out + text.slice(at);
}

/** How a line may go on behind what is offered: the parser wants to see that before it takes some words. */
const ENDS = [
  "",
  "x",
  "5%",
  "£1",
  '"x"',
  "x x",
  "x 5%",
  "5 x",
  "1 April 2026",
  "5% on a one-sided test",
  "equally",
  "x }",
  // What may be missing of a value, and then what a point of a scale and a step of tiers have behind their value.
  ...["", "x", "5 x", "x and x", "x above x"].flatMap((value) => [`${value} at x`, `${value} when x`, `${value} to x`]),
];

/** What is offered and does not fit behind what is written, however the line may go on. */
function unfit(before: string, items: readonly CompletionItem[]): string[] {
  const fits = ({ textEdit, label }: CompletionItem, end: string): boolean => {
    const { newText, range } = textEdit as TextEdit;
    const typed = range.end.character - range.start.character;
    // On the line above, where no comment swallows it: a line of its own might begin something new.
    const text = `${before.slice(0, before.length - typed).replace(/(?:\s|\/\/[^\n]*)+$/, "")} `;
    const { parserErrors } = parser.parse(`${text}${newText || label} ${end}`);
    return !parserErrors.some(
      ({ token, message }) =>
        token.startOffset >= text.length &&
        token.startOffset <= text.length + newText.length &&
        !message.startsWith("} is missing"),
    );
  };
  return items
    .filter(({ kind }) => kind !== CompletionItemKind.Snippet)
    .filter((item) => !ENDS.some((end) => fits(item, end)))
    .map(({ label }) => label);
}

/** Where the declaration begins that a place stands in, and what stands around it. */
function declarationAt(document: LangiumDocument, offset: number): { around: string; begin: number } {
  const file = document.parseResult.value as ConcordatFile;
  for (const { $cstNode, items } of [...file.contracts, ...file.libraries]) {
    const item = items.findLast((one) => one.$cstNode!.offset < offset);
    if (!item || offset > $cstNode!.end) continue;
    return { around: `${$cstNode!.text.slice(0, $cstNode!.text.indexOf("{") + 1)}\n  `, begin: item.$cstNode!.offset };
  }
  return { around: "", begin: 0 };
}

describe("completion before every word of every contract", function () {
  this.timeout(1_800_000);
  for (const [place, { name, text }] of contracts.entries()) {
    describe(name, () => {
      let all: readonly Word[];
      let words: readonly Word[];
      let whole: LangiumDocument;
      before(async () => {
        whole = await opened(name, text);
        all = wordsOf(whole);
        words = all.filter((_, index) => index % STEP === place % STEP);
        await DocumentBuilder.update([], [whole.uri]);
      });
      const some = (step: number): Word[] => words.filter((_, index) => index % step === place % step);
      const missing = async (
        damaged: (word: Word) => string,
        isThere: (word: Word) => boolean,
        step: number,
      ): Promise<unknown[]> => {
        const lost: unknown[] = [];
        for (const word of some(step).filter(({ wanted }) => wanted !== undefined)) {
          const items = await offeredAt(name, damaged(word), word.offset);
          if (isThere(word) && !items.some(({ label }) => label === word.wanted))
            lost.push([text.slice(word.offset - 50, word.offset), word.wanted]);
        }
        return lost;
      };

      it("offers what stands there, with the rest not written yet", async () => {
        const known = ({ offset, declared }: Word): boolean => declared === undefined || declared < offset;
        assert.deepEqual(await missing(({ offset }) => text.slice(0, offset), known, OTHERS), []);
      });

      it("offers what stands there, with words of the rest left out and doubled", async () => {
        const known = ({ offset, declared }: Word): boolean => declared === undefined || declared < offset;
        const damaged = ({ offset, end }: Word): string =>
          text.slice(0, offset) + broken(text, all, end, dice(place * 1_000_003 + offset));
        assert.deepEqual(await missing(damaged, known, 1), []);
      });

      it("offers what stands there, with a word of an earlier declaration left out", async () => {
        const items = (whole.parseResult.value as ConcordatFile).contracts.flatMap(({ items }) => items);
        const itemAt = (offset: number) => items.findLast(({ $cstNode }) => $cstNode!.offset <= offset)?.$cstNode;
        const lost = ({ offset }: Word): Word | undefined => {
          const own = itemAt(offset);
          // Without one of a pair of three quotes, all that follows is prose.
          const isLoose = ({ offset, end }: Word): boolean => text.slice(offset, end).split('"""').length !== 2;
          const earlier = own
            ? all.filter((word) => word.end < own.offset && itemAt(word.end) !== undefined && isLoose(word))
            : [];
          return earlier[dice(place * 1_000_003 + offset)(earlier.length)];
        };
        const damaged = (word: Word): string => {
          const { offset, end } = lost(word) ?? { offset: 0, end: 0 };
          return text.slice(0, offset) + " ".repeat(end - offset) + text.slice(end, word.offset);
        };
        const known = (word: Word): boolean => {
          const hurt = itemAt(lost(word)?.offset ?? -1);
          const { declared = -1, offset } = word;
          return declared < offset && !(hurt && hurt.offset <= declared && declared < hurt.end);
        };
        assert.deepEqual(await missing(damaged, known, OTHERS), []);
      });

      it("offers only what fits there", async () => {
        const wrong: unknown[] = [];
        for (const { offset } of some(OTHERS)) {
          const { around, begin } = declarationAt(whole, offset);
          const items = await offeredAt(name, text.slice(0, offset), offset);
          const labels = unfit(around + text.slice(begin, offset), items);
          if (labels.length > 0) wrong.push([text.slice(offset - 50, offset), labels]);
        }
        assert.deepEqual(wrong, []);
      });
    });
  }
});
