import assert from "node:assert/strict";
import { AstUtils, type LangiumDocument } from "langium";
import { contracts, findingsOf, messages, nameMessages, read, sample, tokensOf, type Word } from "./reading.js";

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
const things = ({ parseResult }: LangiumDocument): string[] =>
  AstUtils.streamContents(parseResult.value)
    .flatMap((contract) => AstUtils.streamContents(contract))
    .map((item) => `${item.$type} ${(item as { name?: string }).name ?? ""}`)
    .toArray();

/** Each word once for each kind of surroundings that it has in any contract. */
const seen = new Set<string>();
const unlike = (text: string): Word[] =>
  tokensOf(text).filter(({ surroundings }) => !seen.has(surroundings) && seen.add(surroundings));

describe("a mistake gives few messages, and loses little", function () {
  this.timeout(600_000);
  for (const { name, text } of contracts) {
    it(`${name}, with any one word left out`, async () => {
      const many: unknown[] = [];
      for (const token of unlike(text)) {
        const found = await said(without(text, token));
        if (found.length > MOST) many.push([token.line, token.written, found]);
      }
      assert.deepEqual(many, []);
    });
    it(`${name}, broken off before any line and inside any text`, async () => {
      const many: unknown[] = [];
      let last = 0;
      for (const { offset, end, line, written } of tokensOf(text)) {
        const places = [
          ...(line > last ? [offset] : []),
          ...(written.startsWith('"') ? [Math.floor((offset + end) / 2)] : []),
        ];
        last = line;
        for (const at of places) {
          const found = await said(text.slice(0, at));
          if (found.length > MOST) many.push([line, written, found]);
        }
      }
      assert.deepEqual(many, []);
    });
  }

  it("broken off before any word", async () => {
    const many: unknown[] = [];
    for (const { offset, line, written } of tokensOf(sample)) {
      const found = await said(sample.slice(0, offset));
      if (found.length > MOST) many.push([line, written, found]);
    }
    assert.deepEqual(many, []);
  });

  it("brackets too deep to read are said once", () => {
    const deep = (levels: number): string => `contract a { define x as ${"(".repeat(levels)}1${")".repeat(levels)} }`;
    assert.deepEqual(messages(deep(50)), []);
    assert.deepEqual(messages(deep(5_000)), ["More than 50 brackets stand inside each other here."]);
  });

  describe("in a contract with every kind of line", () => {
    let damaged: { token: Word; kept: string[]; first: number | undefined }[];
    before(() => {
      damaged = tokensOf(sample).map((token) => {
        const document = read(without(sample, token));
        const [first] = findingsOf(document);
        return {
          token,
          kept: things(document),
          first: first && document.textDocument.positionAt(first.offset).line + 1,
        };
      });
    });

    it("every other thing is kept, whichever word is left out", () => {
      const whole = things(read(sample));
      const lost = damaged
        .map(({ token, kept }) => ({ ...token, missing: whole.filter((thing) => !kept.includes(thing)) }))
        // Without the word `contract` there is no contract.
        .filter(({ written, missing }) => missing.length > 1 && written !== "contract");
      assert.deepEqual(lost, []);
    });

    it("what is missing is told on its line or the next", () => {
      const far = damaged.filter(({ token, first }) => first !== undefined && Math.abs(first - token.line) > 1);
      assert.ok(
        far.length <= damaged.length / 100,
        far.map(({ token }) => `${token.line}: ${token.written}`).join("\n"),
      );
    });
  });
});
