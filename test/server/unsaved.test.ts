import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { serve } from "@concordat/server";
import { EmptyFileSystem, URI } from "langium";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { createConnection } from "vscode-languageserver/node";

describe("a contract that was never saved", function () {
  this.timeout(20_000);

  it("is in the language that its editor named, also while it is still worked on after it was closed", async () => {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const shared = serve(createConnection(toServer, toClient), EmptyFileSystem.fileSystemProvider());
    const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    client.listen();
    await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
    await client.sendNotification("initialized", {});

    const textDocument = { uri: "untitled:Untitled-1" };
    await client.sendNotification("textDocument/didOpen", {
      textDocument: { ...textDocument, languageId: "concordat", version: 1, text: "contract a {\n}" },
    });
    assert.ok(await client.sendRequest("textDocument/documentSymbol", { textDocument }));
    await client.sendNotification("textDocument/didClose", { textDocument });
    await client.sendRequest("workspace/symbol", { query: "" }); // until the server has heard of it

    const uri = URI.parse(textDocument.uri);
    assert.equal(shared.workspace.TextDocuments.get(uri), undefined);
    assert.equal(shared.ServiceRegistry.getServices(uri).LanguageMetaData.languageId, "concordat");
    assert.equal(shared.ServiceRegistry.hasServices(URI.parse("untitled:Untitled-2")), false);
    client.dispose();
  });
});
