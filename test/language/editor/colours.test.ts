import assert from "node:assert/strict";
import type { SemanticTokens } from "vscode-languageserver";
import { open, sample, services } from "../syntax/reading.js";

const { SemanticTokenProvider } = services.Concordat.lsp;

/** Every coloured word of a text, with what it is coloured as. */
async function coloured(text: string): Promise<string[]> {
  const document = await open(text);
  const { data } = (await SemanticTokenProvider!.semanticHighlight(document, {
    textDocument: { uri: document.uri.toString() },
  })) as SemanticTokens;
  const { tokenTypes, tokenModifiers } = SemanticTokenProvider!.semanticTokensOptions.legend;
  const lines = text.split("\n");
  const words: string[] = [];
  for (let at = 0, line = 0, character = 0; at < data.length; at += 5) {
    const [down, along, length, type, modifiers] = data.slice(at, at + 5) as [number, number, number, number, number];
    line += down;
    character = down > 0 ? along : character + along;
    const more = tokenModifiers.filter((_, bit) => modifiers & (1 << bit)).map((modifier) => ` ${modifier}`);
    words.push(`${lines[line]!.slice(character, character + length)}: ${tokenTypes[type]}${more.join("")}`);
  }
  return words;
}

describe("colours by meaning", () => {
  it("tell of each name what it names, and where it is declared", async () => {
    const text = `contract a {
  provider trust
  records spells dated by ended { ended date  how one of late, early }
  metric m { count of spells where how is late }
  payment p { pays £5  weight 40% on m  paid to trust }
  clause c """ the {trust} """
}`;
    assert.deepEqual(await coloured(text), [
      "a: library declaration",
      "trust: party declaration",
      "spells: record declaration",
      "ended: field",
      "ended: field declaration",
      "how: field declaration",
      "late: member declaration",
      "early: member declaration",
      "m: metric declaration",
      "spells: record",
      "how: field",
      "late: member",
      "p: payment declaration",
      "£5: money",
      "40%: quantity",
      "m: metric",
      "trust: party",
      "c: clause declaration",
      "trust: party",
    ]);
  });
  it("tell amounts, dates, periods and units from each other", async () => {
    const text =
      "contract a { term from 1 April 2026 to 2027-03-31  figure f : number  example e { in 2026/27 Q1  given f 9,600 people } define d as £5 a person }";
    const words = await coloured(text);
    for (const word of [
      "1 April 2026: date",
      "2027-03-31: date",
      "2026/27 Q1: period",
      "9,600: quantity",
      "people: unit",
      "person: unit",
      "£5: money",
    ])
      assert.ok(words.includes(word), word);
  });
  it("tell a word of the language that serves as a name from the word", async () => {
    const words = await coloured("contract a { provider payment  payment provider { pays £5  paid to payment } }");
    assert.deepEqual(
      words.filter((word) => /^(payment|provider)/.test(word)),
      ["payment: party declaration", "provider: payment declaration", "payment: party"],
    );
  });
  it("mark what comes with the language", async () => {
    const words = await coloured(
      'import care from "std/better-care"\ncontract a { metric n is care.falls { target 5 } }',
    );
    assert.ok(words.includes("falls: metric defaultLibrary"));
  });
  it("never lie over each other", async () => {
    const document = await open(sample);
    const { data } = (await SemanticTokenProvider!.semanticHighlight(document, {
      textDocument: { uri: document.uri.toString() },
    })) as SemanticTokens;
    let end = 0;
    for (let at = 0, character = 0; at < data.length; at += 5) {
      character = data[at]! > 0 ? data[at + 1]! : character + data[at + 1]!;
      assert.ok(data[at]! > 0 || character >= end);
      end = character + data[at + 2]!;
    }
  });
});
