import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";
import { contracts, services } from "../syntax/reading.js";

const root = path.resolve(import.meta.dirname, "../../..");
const file = path.join(root, "syntaxes/concordat.tmLanguage.json");

/** The engine that VS Code colours with before a language server has read anything. */
async function load(): Promise<textmate.IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(new Uint8Array(wasm).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(file, "utf8"), file),
  });
  return (await registry.loadGrammar("source.concordat"))!;
}

describe("the highlighter", () => {
  let grammar: textmate.IGrammar;
  before(async () => {
    grammar = await load();
  });

  /** Each stretch of a text with its innermost scope, blanks left out. */
  const scopes = (text: string): [string, string][] => {
    let state = textmate.INITIAL;
    return text.split("\n").flatMap((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens.flatMap(({ startIndex, endIndex, scopes: all }): [string, string][] => {
        const written = line.slice(startIndex, endIndex).trim();
        return written === "" ? [] : [[written, all.at(-1)!.replace(/\.concordat$/, "")]];
      });
    });
  };

  it("tells a declaration's word from its name, also where that is a word of the language", () => {
    assert.deepEqual(scopes('payment payment "A title" {').slice(0, 3), [
      ["payment", "storage.type"],
      ["payment", "entity.name"],
      ['"A title"', "string.quoted.double"],
    ]);
    const names = scopes("contract a { metric m { target 5 } }").filter(([, scope]) => scope === "entity.name");
    assert.deepEqual(
      names.map(([word]) => word),
      ["a", "m"],
    );
  });
  it("takes a phrase as one, whatever blanks are inside", () =>
    assert.deepEqual(scopes("  if  not reported  treat as met"), [
      ["if  not reported", "keyword.control"],
      ["treat as met", "keyword.control"],
    ]));
  it("leaves words inside names alone", () =>
    assert.deepEqual(scopes("  pays target-cost times my-target"), [
      ["pays", "keyword.control"],
      ["target-cost", "source"],
      ["times", "keyword.operator.word"],
      ["my-target", "source"],
    ]));
  it("tells amounts, dates, periods and numbers from each other", () =>
    assert.deepEqual(
      scopes(
        "£1,200,000 £3.5 million 12.5% 1 April 2026 1 April 2026-04-01 2026/27 2026/27 Q1 April 2026 1/12 9,600",
      ).map(([word, scope]) => `${word}: ${scope.replace(/^constant\./, "")}`),
      [
        "£1,200,000: numeric.money",
        "£3.5 million: numeric.money",
        "12.5%: numeric.percentage",
        "1 April 2026: other.date",
        "1 April: other.date",
        "2026-04-01: other.date",
        "2026/27: other.period",
        "2026/27 Q1: other.period",
        "April 2026: other.period",
        "1/12: numeric.fraction",
        "9,600: numeric",
      ],
    ));
  it("finds references in a text of several lines, and its end", () => {
    const found = scopes('clause c """\n  The {trust} pays: £5\n  under { core }."""\npayment p {');
    const references = found.filter(([, scope]) => scope === "variable.other.reference").map(([word]) => word);
    assert.deepEqual(references, ["trust", "core"]);
    assert.ok(found.some(([word, scope]) => word.startsWith("pays: £5") && scope === "string.quoted.triple"));
    assert.deepEqual(found.slice(-3, -1), [
      ["payment", "storage.type"],
      ["p", "entity.name"],
    ]);
  });
  it("takes remarks as remarks, and quotes inside them as nothing", () => {
    const found = scopes('pays £5 // "not a text\n/* metric\n m */ pays');
    assert.deepEqual(
      found.filter(([, scope]) => !scope.startsWith("comment.")),
      [
        ["pays", "keyword.control"],
        ["£5", "constant.numeric.money"],
        ["pays", "keyword.control"],
      ],
    );
  });
  it("knows every word of the language", () => {
    const words = Object.keys(services.Concordat.parser.Lexer.definition).filter((name) => /^[a-z]/.test(name));
    const unknown = words.filter((word) => !/^(keyword|storage)\./.test(scopes(`   ${word}`)[0]?.[1] ?? ""));
    assert.deepEqual(unknown, []);
  });
  it("comes out of every text that the language comes out of", () => {
    for (const { name, text } of contracts) {
      const last = scopes(`${text.trimEnd()}\npays`).at(-1);
      assert.deepEqual(last, ["pays", "keyword.control"], name);
    }
  }).timeout(20_000);
});
