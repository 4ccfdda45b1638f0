import assert from "node:assert/strict";
import * as ast from "../../../packages/language/src/generated/ast.js";
import { messages, open } from "./reading.js";

describe("prose between three quotes", () => {
  it("holds references that lead to what they name", async () => {
    const document = await open('contract a { provider trust clause c """ at the {trust}, and { trust }.\n""" }');
    const contract = (document.parseResult.value as ast.ConcordatFile).contracts[0]!;
    const clause = contract.items.find(ast.isClause)!;
    assert.deepEqual(clause.prose.parts, [" at the ", ", and ", ".\n"]);
    assert.deepEqual(
      clause.prose.refs.map(({ target }) => target.ref?.name),
      ["trust", "trust"],
    );
  });
  it("holds quotation marks, signs and words of the language", () =>
    assert.deepEqual(messages('contract a { clause c """ "payment" & more; 1/4 – £1.2m, if """ }'), []));
  it("leaves braces elsewhere alone", () =>
    assert.deepEqual(messages('contract a { clause c """ {b} """ metric m { } metric n { } }'), []));
  it("loses only itself where it is not closed", async () => {
    const document = await open(
      'contract a {\n  clause c """ open\n    text\n  clause d """ {trust}. """\n  provider trust\n}\n',
    );
    const contract = (document.parseResult.value as ast.ConcordatFile).contracts[0]!;
    assert.deepEqual(
      contract.items.map((item) => (item as { name?: string }).name),
      ["c", "d", "trust"],
    );
  });
});
