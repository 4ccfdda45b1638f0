import assert from "node:assert/strict";
import type { DocumentSymbol, SelectionRange } from "vscode-languageserver";
import { selectionRange } from "../../../packages/language/src/editor/selection-range.js";
import { contracts, open, services } from "../syntax/reading.js";
import { cursorIn } from "./asking.js";

const { lsp } = services.Concordat;

const CONTRACT = `import one from "one.concordat"
import two from "two.concordat"

// Who
// takes part
contract a "An alliance" {
  provider trust "The trust" // since 2020
  figures lists "Lists" {
    older "Older people" people
    carers people
  }
  records spells dated by ended {
    ended date
    how one of late, early
  }
  payment p "What is paid" each year {
    compares a with b
    if below {
      then share: times 50%
    }
  }
  /* what
     the lawyers
     wrote */
  clause c "A clause" """
    the text
  """
}
`;

describe("the outline of a contract", () => {
  const drawn = (symbols: readonly DocumentSymbol[], indent = ""): string[] =>
    symbols.flatMap(({ name, detail, children = [] }) => [
      `${indent}${name}: ${detail}`,
      ...drawn(children, `${indent}  `),
    ]);

  it("has each thing under its name and title, with what belongs to it inside", async () => {
    const document = await open(CONTRACT);
    const symbols = await lsp.DocumentSymbolProvider!.getSymbols(document, { textDocument: { uri: "" } });
    assert.deepEqual(drawn(symbols), [
      "one: library",
      "two: library",
      "a: An alliance",
      "  trust: The trust",
      "  lists: Lists",
      "    older: Older people",
      "    carers: figure",
      "  spells: set of records",
      "    ended: field",
      "    how: field",
      "  p: What is paid",
      "    share: step",
      "  c: A clause",
    ]);
  });
  it("has each name inside what it names, in every contract", async () => {
    for (const { name, text } of contracts) {
      const document = await open(text);
      const check = (symbols: readonly DocumentSymbol[]): void => {
        for (const { range, selectionRange: own, children = [] } of symbols) {
          const [from, to] = [document.textDocument.offsetAt(range.start), document.textDocument.offsetAt(range.end)];
          assert.ok(
            from <= document.textDocument.offsetAt(own.start) && document.textDocument.offsetAt(own.end) <= to,
            name,
          );
          check(children);
        }
      };
      check(await lsp.DocumentSymbolProvider!.getSymbols(document, { textDocument: { uri: "" } }));
    }
  }).timeout(60_000);
  it("is searched over all files by name and by title", async () => {
    await open('contract sought-for { payment zebra-crossing "Striped"  define other as 5 }');
    const names = async (query: string) =>
      (await services.shared.lsp.WorkspaceSymbolProvider!.getSymbols({ query })).map(({ name }) => name);
    assert.deepEqual(await names("zebra"), ["zebra-crossing: Striped"]);
    assert.deepEqual(await names("striped"), ["zebra-crossing: Striped"]);
    assert.ok((await names("sought-for")).includes("sought-for"));
  });
});

describe("folding", () => {
  it("folds blocks, texts, remarks and imports, and leaves the last line to be seen", async () => {
    const document = await open(CONTRACT);
    const foldings = (await lsp.FoldingRangeProvider!.getFoldingRanges(document, { textDocument: { uri: "" } })) ?? [];
    const lines = CONTRACT.split("\n").map((line) => line.trim());
    const told = foldings.map(
      ({ startLine, endLine, kind }) => `${kind ?? "block"}: ${lines[startLine]} … ${lines[endLine]}`,
    );
    assert.deepEqual(told.sort(), [
      'block: clause c "A clause" """ … the text',
      'block: contract a "An alliance" { … """',
      'block: figures lists "Lists" { … carers people',
      "block: if below { … then share: times 50%",
      'block: payment p "What is paid" each year { … }',
      "block: records spells dated by ended { … how one of late, early",
      "comment: /* what … wrote */",
      "comment: // Who … // takes part",
      'imports: import one from "one.concordat" … import two from "two.concordat"',
    ]);
  });
});

describe("selecting step by step", () => {
  const steps = (
    range: SelectionRange | undefined,
    text: string,
    offset: (at: { line: number; character: number }) => number,
  ): string[] =>
    range ? [text.slice(offset(range.range.start), offset(range.range.end)), ...steps(range.parent, text, offset)] : [];

  it("goes from a word to its value, its line, the lines of the block, the block and the contract", async () => {
    const { document, position } = await cursorIn(
      "contract a { payment p { pays £5  weight 40% on qua‸lity, scaled 0% at 1 } }\n",
    );
    const text = document.textDocument.getText();
    assert.deepEqual(
      steps(selectionRange(document, position), text, (at) => document.textDocument.offsetAt(at)),
      [
        "quality",
        "weight 40% on quality, scaled 0% at 1",
        " pays £5  weight 40% on quality, scaled 0% at 1 ",
        "payment p { pays £5  weight 40% on quality, scaled 0% at 1 }",
        " payment p { pays £5  weight 40% on quality, scaled 0% at 1 } ",
        "contract a { payment p { pays £5  weight 40% on quality, scaled 0% at 1 } }",
        text,
      ],
    );
  });
  it("selects more with each step, wherever it begins", async () => {
    const document = await open(CONTRACT);
    const { textDocument } = document;
    for (let offset = 0; offset <= CONTRACT.length; offset++) {
      const texts = steps(selectionRange(document, textDocument.positionAt(offset)), CONTRACT, (at) =>
        textDocument.offsetAt(at),
      );
      for (const [at, text] of texts.slice(1).entries())
        assert.ok(text.length > texts[at]!.length && text.includes(texts[at]!));
      assert.equal(texts.at(-1), CONTRACT);
    }
  });
});
