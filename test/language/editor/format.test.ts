import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import type { TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { checkFiles } from "../../../packages/language/src/workspace/check-files.js";
import { cases } from "../../support/measure.js";
import { contracts, open, sample, services } from "../syntax/reading.js";
import { gapsOf, inForm, said } from "./form.js";

const root = path.resolve(import.meta.dirname, "../../..");
const { Formatter } = services.Concordat.lsp;

/** A contract as a person in a hurry leaves it, and as it is kept. */
const HASTY = `contract a "A contract"   {
currency GBP
  term from 1 April 2026   to 31 March 2027


  commissioner icb "The board", contributes 100%
  provider hospital-trust "The trust"   // since 2020
  group alliance { hospital-trust 70%,
    icb 30% }
  records spells dated by ended { ended date
  // of whom
  emergency   yes or no }
  table fees for each year { | year | fee | extra-fee |
    | 2026/27 | £1,000 | none | }
  metric m { count of spells measured each year if not reported treat as met }
  payment p "What is paid" each year {
    pays    £5
    then at   most £4   /* a cap */
    then cap: at most £3
    paid to hospital-trust
    accept cap-never-binds because "It is agreed"
  }
  define board """ The {  hospital-trust }
 meets.  """
}`;

const KEPT = `contract a "A contract" {
  currency    GBP
  term        from 1 April 2026 to 31 March 2027

  commissioner icb             "The board", contributes 100%
  provider     hospital-trust  "The trust"  // since 2020
  group alliance {
    hospital-trust  70%,
    icb             30%
  }
  records spells dated by ended {
    ended      date
    // of whom
    emergency  yes or no
  }
  table fees for each year {
    | year    | fee    | extra-fee |
    | 2026/27 | £1,000 | none      |
  }
  metric m { count of spells  measured each year  if not reported treat as met }
  payment p "What is paid" each year {
    pays          £5
    then at most  £4 /* a cap */
    then cap:     at most £3
    paid to       hospital-trust
    accept cap-never-binds because "It is agreed"
  }
  define board """ The {hospital-trust}
 meets.  """
}
`;

describe("the form of a contract", () => {
  it("puts what is alike below each other, and leaves the words as they are", () => assert.equal(inForm(HASTY), KEPT));
  it("is the form that every contract of the project has", function () {
    this.timeout(300_000);
    const libraries = path.join(root, "packages/language/library");
    const more = readdirSync(libraries).map((name) => ({
      name,
      text: readFileSync(path.join(libraries, name), "utf8"),
    }));
    for (const { name, text } of [...contracts, ...more]) assert.equal(inForm(text), text, name);
  });
  it("lets tiers stand below each other, where each has its own line", () =>
    assert.equal(
      inForm(
        "contract a {\n  define d as tiered on m\n  100% when at least 85%,\n5% when from 70% to below 85%, otherwise 0%\n}",
      ),
      "contract a {\n  define d as tiered on m\n    100% when at least 85%,\n    5%   when from 70% to below 85%, otherwise 0%\n}\n",
    ));
  it("joins what was broken where no line may go on", () =>
    assert.equal(
      inForm("contract a {\n payment\n\n p\n {\n pays £5 } }"),
      "contract a {\n  payment p {\n    pays      £5\n  }\n}\n",
    ));
  it("moves a comment of several lines as a whole", () =>
    assert.equal(
      inForm("contract a {\n/* one\n   two */\ncurrency GBP }"),
      "contract a {\n  /* one\n     two */\n  currency    GBP\n}\n",
    ));
  it("keeps the line ends of a file", () =>
    assert.equal(inForm("contract a {\r\n\r\ncurrency GBP\r\n}\r\n"), "contract a {\r\n  currency    GBP\r\n}\r\n"));
  it("is that of an empty file, and of one that holds only a remark", () => {
    assert.equal(inForm(" \n"), "");
    assert.equal(inForm("  // nothing yet"), "// nothing yet\n");
  });
});

describe("bringing a contract into form", () => {
  /** What stands between two words, as it may be typed. Remarks are numbered, so that each can be told from the others. */
  const between = fc.constantFrom(
    ...[
      " ",
      "   ",
      "\t",
      "\n",
      "\n\n\n",
      "\r\n  ",
      " /* N */ ",
      "\n/* N */ ",
      " /* N\n   two */\n",
      " // N\n",
      "\n  // N\n",
    ],
  );
  const STYLED = contracts.map(({ name, text }) => ({ name, text, gaps: gapsOf(text) }));

  /** The text with some of its gaps filled anew. A remark that stood there goes: the new ones are what is looked at. */
  const filled = ({ text, gaps }: (typeof STYLED)[number], fills: ReadonlyMap<number, string>): string => {
    let from = 0;
    let result = "";
    gaps.forEach(({ from: gap, to }, at) => {
      // A remark of one line takes in all that follows it on that line.
      const ended = /\/\/[^\n]*$/.test(result + text.slice(from, gap)) ? "\n" : "";
      const fill = fills
        .get(at)
        ?.replace("N", `remark ${at}`)
        .replace(/^(?!\r?\n)/, ended);
      result += text.slice(from, gap) + (fill ?? text.slice(gap, to));
      from = to;
    });
    return result;
  };
  const disturbed = fc
    .constantFrom(...STYLED)
    .chain((contract) =>
      fc
        .array(fc.tuple(fc.nat(contract.gaps.length - 1), between), { minLength: 1, maxLength: 60 })
        .map((fills) => ({ name: contract.name, text: filled(contract, new Map(fills)) })),
    );

  it("changes no word, moves no comment, and has nothing left to do after once", function () {
    this.timeout(300_000);
    fc.assert(
      fc.property(disturbed, ({ text }) => {
        const formed = inForm(text);
        assert.deepEqual(said(formed), said(text));
        assert.equal(inForm(formed), formed);
      }),
      { seed: 20260401, numRuns: cases(2_000) },
    );
  });
  it("does so with every gap of the whole language filled in every way", function () {
    this.timeout(300_000);
    const whole = STYLED.find(({ name }) => name.endsWith("whole-language.concordat"))!;
    const fills = [" ", "\n", "\n\n\n", " /* N */ ", "\n// N\n", " // N\n"];
    const step = process.env.CONCORDAT_FULL ? 1 : 5;
    for (const fill of fills) {
      for (let start = 0; start < step; start++) {
        const text = filled(whole, new Map(whole.gaps.map((_, at) => [at * step + start, fill])));
        const formed = inForm(text);
        assert.deepEqual(said(formed), said(text));
        assert.equal(inForm(formed), formed);
      }
    }
  });
  it("changes nothing that a contract means, nor what is found in it", async function () {
    this.timeout(300_000);
    const some = fc.sample(disturbed, { seed: 20260401, numRuns: cases(100) });
    for (const { name, text } of some) assert.deepEqual(await meaning(name, inForm(text)), await meaning(name, text));
  });
  it("leaves alone what it cannot read", () => {
    for (const text of ["contract a {", "contract a { pays }", 'contract a { clause c """ open }'])
      assert.throws(() => assert.equal(inForm(text), text), text);
  });
});

describe("an editor's ways to ask for the form", () => {
  const params = (uri: string) => ({ textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } });
  const changed = (text: string, edits: TextEdit[]): string =>
    TextDocument.applyEdits(TextDocument.create("file:///a", "concordat", 1, text), edits);
  const LINES = "contract a {\n currency GBP\n  year  starts 1 April\n payment p {\n pays £5\n paid to icb\n}\n}\n";

  it("gives the whole text its form", async () => {
    const document = await open(HASTY);
    const edits = (await Formatter!.formatDocument(document, params(document.uri.toString())))!;
    assert.equal(changed(HASTY, edits), KEPT);
  });
  it("gives some lines their form, and leaves the others", async () => {
    const document = await open(LINES);
    const range = { start: { line: 4, character: 0 }, end: { line: 5, character: 3 } };
    const edits = (await Formatter!.formatDocumentRange(document, { ...params(document.uri.toString()), range }))!;
    assert.equal(changed(LINES, edits), LINES.replace(" pays £5\n paid to icb", "    pays      £5\n    paid to   icb"));
  });
  it("gives a block its form when it is closed, and a line when it is ended", async () => {
    const document = await open(LINES);
    const typed = (line: number, character: number, ch: string) => ({
      ...params(document.uri.toString()),
      position: { line, character },
      ch,
    });
    const closed = (await Formatter!.formatDocumentOnType(document, typed(6, 1, "}")))!;
    assert.equal(
      changed(LINES, closed),
      LINES.replace(
        " payment p {\n pays £5\n paid to icb\n}",
        "  payment p {\n    pays      £5\n    paid to   icb\n  }",
      ),
    );
    const ended = (await Formatter!.formatDocumentOnType(document, typed(2, 0, "\n")))!;
    assert.equal(changed(LINES, ended), LINES.replace(" currency GBP", "  currency    GBP"));
  });
  for (const [what, text, ch, indented] of [
    ["an empty line like what stands in its block", "contract b {\n  metric m {\n|", "\n", "    |"],
    ["an empty line after a block like the block", "contract b {\n  metric m {\n  }\n|", "\n", "  |"],
    ["a closing brace like the line that opened", "contract b {\n  metric m {\n    better\n    }|", "}", "  }|"],
    ["an empty line at the end of everything not at all", "contract b {\n  metric\n}\n  |", "\n", "|"],
    ["no line that goes on with the one above", "contract b {\n  metric m is\n x|", "\n", " x|"],
    ["no line of prose", 'contract b {\n  metric\n  clause c """\n|\n"""', "\n", '|\n"""'],
    ["no line of a remark", "contract b {\n  metric\n  /*\n|\n*/", "\n", "|\n*/"],
  ] as const) {
    it(`indents, while the text does not parse, ${what}`, async () => {
      const [before = "", after = ""] = text.split("|");
      const document = await open(before + after);
      const position = document.textDocument.positionAt(before.length);
      const edits = await Formatter!.formatDocumentOnType(document, {
        ...params(document.uri.toString()),
        ...{ position, ch },
      });
      const line = before.lastIndexOf("\n") + 1;
      assert.equal(changed(before + after, edits!), before.slice(0, line) + indented.replace("|", ""));
    });
  }
  it("changes nothing in a text that does not parse", async () => {
    const document = await open(`${sample}\ncontract b {`);
    assert.deepEqual(await Formatter!.formatDocument(document, params(document.uri.toString())), []);
  });
});

/** What a contract comes to and what is found in it, without its places in the text. */
async function meaning(name: string, text: string): Promise<unknown> {
  const folder = path.dirname(path.join(root, name));
  const readText = (file: string): string | undefined => {
    try {
      return readFileSync(file, "utf8");
    } catch {
      return undefined;
    }
  };
  const [checked] = await checkFiles([{ file: path.join(folder, "disturbed.concordat"), text }], readText);
  const placeless = JSON.stringify(checked!.contracts, (key, value) =>
    key === "source" || key === "digest" ? undefined : value,
  );
  return { contracts: placeless, findings: checked!.findings.map(({ id, message }) => `${id}: ${message}`) };
}
