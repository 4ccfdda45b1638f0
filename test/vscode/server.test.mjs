/** The bundled language server by itself, as any editor may start it, on the Node that runs this. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  CancellationTokenSource,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import { extension, freshFixture } from "./rig/paths.mjs";

describe("the language server", () => {
  let child;
  let connection;
  const contract = path.join(freshFixture(), "right.concordat");
  const textDocument = { uri: pathToFileURL(contract).href };

  before(async () => {
    child = spawn(process.execPath, [path.join(extension, "dist/server.cjs"), "--stdio"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    connection.listen();
  });
  after(() => {
    connection.dispose();
    child.kill();
  });

  it("answers the first message with what it can do", async () => {
    const workspaceFolders = [{ uri: pathToFileURL(path.dirname(contract)).href, name: "fixture" }];
    const { capabilities } = await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      workspaceFolders,
    });
    for (const able of ["completionProvider", "hoverProvider", "definitionProvider", "codeLensProvider"]) {
      assert.ok(capabilities[able], able);
    }
    await connection.sendNotification("initialized", {});
  });

  it("gives the verdict on an example as a lens, and the way to why a payment comes to what it does", async () => {
    const text = readFileSync(contract, "utf8");
    await connection.sendNotification("textDocument/didOpen", {
      textDocument: { ...textDocument, languageId: "concordat", version: 1, text },
    });
    const lenses = await connection.sendRequest("textDocument/codeLens", { textDocument });
    assert.deepEqual(
      lenses.flatMap(({ command }) => command?.title ?? []),
      ["▶ Run example", "✓ passes", "Explain"],
    );
  });

  it("works an example through, each step once and in sentences", async () => {
    const question = { textDocument, contract: "village-care", example: "good-year" };
    const { title, text } = await connection.sendRequest("concordat/runExample", question);
    assert.equal(title, "Example good-year of village-care");
    assert.match(text, /The cost of care \(£46,000,000\) is £2,000,000 below the target cost \(£48,000,000\)\./);
    assert.equal(text.split("in all £520,000").length, 2);
    assert.match(text, /Worked out as above/);
  });

  it("summarises the contract around a line, on a page that allows its one style only", async () => {
    const { contract: name, html } = await connection.sendRequest("concordat/summary", {
      textDocument,
      line: 3,
      nonce: "once",
    });
    assert.equal(name, "village-care");
    assert.match(html, /Village Care Alliance/);
    assert.equal(html.split('<style nonce="once">').length, html.split("<style").length);
    assert.doesNotMatch(html, /<script|\sstyle=|\son\w+=|(src|href)="[^#]/);
  });

  it("says why there is no summary", async () => {
    const wrong = { uri: pathToFileURL(path.join(path.dirname(contract), "wrong.concordat")).href };
    const answer = await connection.sendRequest("concordat/summary", { textDocument: wrong });
    assert.deepEqual(answer, { problem: "There is no summary: the contract has errors." });
  });

  it("of questions that follow one another works out the last, and few of those that are withdrawn", async () => {
    const question = { textDocument, contract: "village-care", changes: [] };
    const sources = Array.from({ length: 20 }, () => new CancellationTokenSource());
    const asked = sources.map(({ token }, index) => {
      sources[index - 1]?.cancel();
      return connection.sendRequest("concordat/whatIf", question, token);
    });
    const answers = await Promise.allSettled(asked);
    assert.equal(answers.at(-1).value.payments[0].amount, "£520,000.00");
    const withdrawn = answers.filter(({ status }) => status === "rejected").length;
    assert.ok(withdrawn >= 10, `${withdrawn} of 19 were withdrawn in time`);
  });

  it("checks every contract of the folder", async () => {
    assert.deepEqual(await connection.sendRequest("concordat/check"), { files: 3, errors: 1, warnings: 0 });
  });
});
