import assert from "node:assert/strict";
import { helpOn } from "../../../packages/language/src/editor/help.js";
import { services } from "../syntax/reading.js";
import { hover } from "./asking.js";

describe("hover", () => {
  it("says what a name stands for, wherever it is used", async () => {
    const said = await hover('contract a {\n  provider trust "The trust"\n  payment p { pays £5  paid to tr‸ust }\n}');
    assert.equal(said, '**The trust**, party\n\nUsed once: in `p`.\n\n```concordat\nprovider trust "The trust"\n```');
  });
  it("says what a word of the language means", async () =>
    assert.match((await hover("contract a { payment p { po‸ol £5 } }"))!, /^\*\*pool\*\*: /));
  it("explains a phrase as one", async () =>
    assert.match((await hover("contract a { metric m { if not rep‸orted treat as met } }"))!, /Missing is never zero/));
  it("explains only words that there are", () => {
    const words = Object.keys(services.Concordat.parser.Lexer.definition).filter((name) => /^[a-z]/.test(name));
    assert.ok(words.filter((word) => helpOn(word)).length > 100);
  });
});
