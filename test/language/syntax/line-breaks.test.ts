import assert from "node:assert/strict";
import { contracts, read, shape, tokensOf } from "./reading.js";

const tree = (text: string): unknown => {
  const { parseResult } = read(text);
  assert.deepEqual([...parseResult.lexerErrors, ...parseResult.parserErrors], []);
  return shape(parseResult.value);
};
const words = (text: string): string[] =>
  tokensOf(text).map(({ written }) => (/^["}]/.test(written) ? written : written.replace(/\s+/g, " ")));

describe("line breaks mean nothing", () => {
  for (const { name, text } of contracts) {
    it(`${name} on a single line`, () => assert.deepEqual(tree(words(text).join(" ")), tree(text)));
    it(`${name} with each word on a line of its own`, () => assert.deepEqual(tree(words(text).join("\n")), tree(text)));
  }
  it("a phrase may stand on several lines", () => {
    const line = (phrase: string): string => `contract a { payment p { pays £1 then ${phrase} £5 } }`;
    assert.deepEqual(tree(line("at\n\n    most")), tree(line("at most")));
  });
});
