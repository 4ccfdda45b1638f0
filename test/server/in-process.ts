import { readFileSync } from "node:fs";
import path from "node:path";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import { serve } from "@concordat/server";
import { NodeFileSystem } from "langium/node";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";

export const root = path.resolve(import.meta.dirname, "../..");

/** The language server in this process, spoken to in the protocol as an editor does. */
export async function startServer() {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createConnection(ProposedFeatures.all, there, back);
  serve(server, NodeFileSystem.fileSystemProvider());
  const client = createMessageConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  client.listen();
  await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {}, workspaceFolders: null });
  await client.sendNotification("initialized", {});

  /** Opens a text as an editor does, under the name of a file that need not be there. */
  const open = async (file: string, text: string) => {
    const textDocument = { uri: pathToFileURL(path.join(root, file)).href };
    await client.sendNotification("textDocument/didOpen", {
      textDocument: { ...textDocument, languageId: "concordat", version: 1, text },
    });
    return new OpenText(textDocument, text);
  };
  return {
    client,
    open,
    example: (file: string) => open(file, readFileSync(path.join(root, file), "utf8")),
    change: async ({ textDocument }: OpenText, text: string, version = 2) => {
      await client.sendNotification("textDocument/didChange", {
        textDocument: { ...textDocument, version },
        contentChanges: [{ text }],
      });
      return new OpenText(textDocument, text);
    },
    stop: () => client.dispose(),
  };
}

export class OpenText {
  constructor(
    readonly textDocument: { uri: string },
    readonly text: string,
  ) {}

  /** The line, from 0, that some words stand in. */
  lineOf(words: string): number {
    const at = this.text.indexOf(words);
    if (at < 0) throw new Error(`the text has no "${words}"`);
    return this.text.slice(0, at).split("\n").length - 1;
  }
}
