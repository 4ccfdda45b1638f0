import assert from "node:assert/strict";
import { AstUtils } from "langium";
import { contracts, messages, nameMessages, read, sample, syntaxFindings, tokensOf } from "./reading.js";

/** One mistake, few messages: no more than this for any one word that is left out, and for any text that breaks off. */
const MOST = 3;

const without = (text: string, { offset, end }: { offset: number; end: number }): string =>
  text.slice(0, offset) + text.slice(offset, end).replace(/[^\n]/g, " ") + text.slice(end);

/** What is said of a text: of its names only where its form is in order. */
async function said(text: string): Promise<string[]> {
  const form = messages(text);
  return form.length > 0 ? form : nameMessages(text);
}

/** The things that a text declares in its contracts. */
const things = (text: string): string[] =>
  AstUtils.streamContents(read(text).parseResult.value)
    .flatMap((contract) => AstUtils.streamContents(contract))
    .map((item) => `${item.$type} ${(item as { name?: string }).name ?? ""}`)
    .toArray();

describe("a mistake gives few messages, and loses little", function () {
  this.timeout(120_000);
  for (const { name, text } of contracts) {
    it(`${name}, with any one word left out`, async () => {
      const many: unknown[] = [];
      for (const token of tokensOf(text)) {
        const found = await said(without(text, token));
        if (found.length > MOST) many.push([token.line, token.written, found]);
      }
      assert.deepEqual(many, []);
    });
    it(`${name}, broken off before any word and inside any text`, async () => {
      const many: unknown[] = [];
      for (const { offset, end, line, written } of tokensOf(text)) {
        const places = written.startsWith('"') ? [offset, Math.floor((offset + end) / 2)] : [offset];
        for (const at of places) {
          const found = await said(text.slice(0, at));
          if (found.length > MOST) many.push([line, written, found]);
        }
      }
      assert.deepEqual(many, []);
    });
  }

  it("keeps every other thing of the contract, whichever word is left out", () => {
    const whole = things(sample);
    const lost: unknown[] = [];
    for (const token of tokensOf(sample)) {
      const kept = things(without(sample, token));
      const missing = whole.filter((thing) => !kept.includes(thing));
      // Without the word `contract` there is no contract.
      if (missing.length > 1 && token.written !== "contract") lost.push([token.line, token.written, missing]);
    }
    assert.deepEqual(lost, []);
  });

  it("says of nearly every word left out that something is missing, on its line or the next", () => {
    let far = 0;
    const tokens = tokensOf(sample);
    const lineAt = (offset: number): number => sample.slice(0, offset).split("\n").length;
    for (const token of tokens) {
      const [first] = syntaxFindings(without(sample, token));
      if (first && Math.abs(lineAt(first.offset) - token.line) > 1) far++;
    }
    assert.ok(far <= tokens.length / 100, `${far} of ${tokens.length} are told of elsewhere`);
  });
});
