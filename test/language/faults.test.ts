import assert from "node:assert/strict";
import { createConcordatServices } from "@concordat/language";
import { type AstNode, EmptyFileSystem, URI } from "langium";
import { lowerContract } from "../../packages/language/src/lowering/contract.js";
import { contract } from "../server/contracts.js";
import { read } from "./syntax/reading.js";

describe("a fault of our own", () => {
  it("in one check is said, and the other checks are done", async () => {
    const { shared, Concordat } = createConcordatServices(EmptyFileSystem);
    Concordat.validation.ValidationRegistry.register({
      Contract: () => {
        throw new TypeError("nothing has no property x");
      },
    });
    const uri = URI.parse("file:///a.concordat");
    const wrong = contract().replace("£12\n", "12%\n").replace("expect  visiting", "expect  core");
    const document = shared.workspace.LangiumDocumentFactory.fromString(wrong, uri);
    shared.workspace.LangiumDocuments.addDocument(document);
    const logged: unknown[] = [];
    const { error } = console;
    console.error = (...said) => void logged.push(said.join(" "));
    try {
      await shared.workspace.DocumentBuilder.build([document], { validation: true });
    } finally {
      console.error = error;
    }
    const said = document.diagnostics!.map(({ message }) => message as string);
    assert.equal(said.filter((message) => /fault of Concordat and not of your contract/.test(message)).length, 1);
    assert.ok(said.length > 1, "what is wrong with the contract is said too");
    assert.ok(!said.some((message) => /property x|TypeError|\.js:/.test(message)), "nobody is shown our insides");
    assert.deepEqual(logged.length, 1);
    assert.match(String(logged[0]), /a check could not be done.*nothing has no property x/);
  });

  it("in one declaration leaves the findings in the others", () => {
    const text = contract()
      .replace("£12\n", "12%\n")
      .replace("  figure visits", '  each provider team "Team" from "teams.csv"\n  figure visits');
    const tree = (read(text).parseResult.value as ReadFile).contracts[0]!;
    const sound = lowerContract(tree, () => "name\nnorth\n");
    const {
      faults,
      found,
      contract: model,
    } = lowerContract(tree, () => {
      throw new Error("the disk is on fire");
    });
    assert.equal(sound.faults.length, 0);
    assert.equal(faults.length, 1);
    assert.ok(found.length > 0);
    assert.equal(model, undefined, "what was not read whole is not settled with");
  });
});

type ReadFile = AstNode & { readonly contracts: readonly Parameters<typeof lowerContract>[0][] };
