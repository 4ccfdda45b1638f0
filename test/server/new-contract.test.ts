import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { checkFiles } from "@concordat/language";
import { runExample } from "@concordat/model";
import { newContract } from "../../packages/vscode/src/start/new-contract.js";
import { root } from "./in-process.js";

/** A snippet as it stands when nobody fills in anything. */
function filledIn(snippet: string): string {
  const words = new Map([...snippet.matchAll(/\$\{(\d+):([^}]*)\}/g)].map(([, place, word]) => [place, word]));
  return snippet.replace(/\$\{(\d+):[^}]*\}|\$(\d+)/g, (_, a, b) => words.get(a ?? b) ?? "");
}

describe("what someone begins with", () => {
  for (const [what, text] of [
    ["a new contract", filledIn(newContract)],
    ["the example", readFileSync(path.join(root, "packages/vscode/media/example.concordat"), "utf8")],
  ] as const) {
    it(`${what} checks without a finding, and its worked examples pass`, async () => {
      const [checked] = await checkFiles([{ file: "new.concordat", text }], () => undefined);
      assert.deepEqual(
        checked!.findings.map(({ message }) => message),
        [],
      );
      const [contract] = checked!.contracts;
      assert.ok(contract!.examples.length > 0);
      for (const example of contract!.examples) assert.ok(runExample(contract!, example).passed, example.name);
    });
  }
});
