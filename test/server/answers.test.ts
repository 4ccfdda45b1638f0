import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { serve } from "@concordat/server";
import { EmptyFileSystem } from "langium";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import type { CodeLens, SelectionRange } from "vscode-languageserver";
import { createConnection } from "vscode-languageserver/node";

const TEXT = `import care from "std/better-care"
contract a {
  provider trust
  metric falls is care.falls { target 5 }
  payment core each year { pays £5.5m  weight 100% on falls  paid to trust }
  payment spare each year { pays £5 }
}`;

describe("what the server answers beyond the framework", function () {
  this.timeout(300_000);
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  let client: MessageConnection;
  const textDocument = { uri: "file:///answers.concordat" };
  let capabilities: Record<string, unknown>;

  before(async () => {
    serve(createConnection(toServer, toClient), EmptyFileSystem.fileSystemProvider());
    client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    client.listen();
    ({ capabilities } = await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} }));
    await client.sendNotification("initialized", {});
    await client.sendNotification("textDocument/didOpen", {
      textDocument: { ...textDocument, languageId: "concordat", version: 1, text: TEXT },
    });
  });
  // The streams stay open: at their end a server takes its leave, and the process with it.
  after(() => client.dispose());

  it("is told at the beginning", () => {
    const able = [
      "selectionRangeProvider",
      "codeLensProvider",
      "callHierarchyProvider",
      "renameProvider",
      "semanticTokensProvider",
    ];
    for (const one of [...able, "documentFormattingProvider", "documentOnTypeFormattingProvider"])
      assert.ok(capabilities[one], one);
  });
  it("selects step by step", async () => {
    const positions = [{ line: 3, character: 11 }];
    const [range] = await client.sendRequest<SelectionRange[]>("textDocument/selectionRange", {
      textDocument,
      positions,
    });
    assert.deepEqual(range!.range, { start: { line: 3, character: 9 }, end: { line: 3, character: 14 } });
    assert.ok(range!.parent);
  });
  it("counts the uses of a thing when its lens is in sight, and not before", async () => {
    const all = await client.sendRequest<CodeLens[]>("textDocument/codeLens", { textDocument });
    const lenses = all.filter(({ command }) => command?.title !== "Explain");
    assert.ok(lenses.every(({ command }) => command === undefined));
    const counted = await Promise.all(lenses.map((lens) => client.sendRequest<CodeLens>("codeLens/resolve", lens)));
    assert.deepEqual(
      counted.map(({ command }) => command!.title),
      ["1 use", "not used", "not used"],
    );
    const [uri, , uses] = counted[0]!.command!.arguments!;
    assert.equal(uri, textDocument.uri);
    assert.deepEqual(uses[0].range.start, { line: 4, character: TEXT.split("\n")[4]!.indexOf("falls") });
  });
  it("leads from over each payment to its explanation", async () => {
    const lenses = await client.sendRequest<CodeLens[]>("textDocument/codeLens", { textDocument });
    const ways = lenses.filter(({ command }) => command?.command === "concordat.explainPayment");
    assert.deepEqual(
      ways.map(({ range: { start, end } }) => TEXT.split("\n")[start.line]!.slice(0, end.character).trim()),
      ["payment core", "payment spare"],
    );
    for (const { command, range } of ways) assert.deepEqual(command!.arguments, [textDocument.uri, range]);
  });
  it("gives the text of a library that comes with the language, and of a page of the manual", async () => {
    const ask = (uri: string) =>
      client.sendRequest<{ text?: string; problem?: string }>("concordat/libraryText", { uri });
    assert.match((await ask("concordat-std:/std/better-care.concordat")).text!, /^library better-care/);
    assert.match((await ask("concordat-manual:/diagnostics/money-suffix.md")).text!, /## What to do/);
    assert.match((await ask("concordat-manual:/diagnostics/../secret.md")).problem!, /^There is no page/);
  });
});
