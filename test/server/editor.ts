/** An editor's client at a language server that reads no files itself: it holds the files, and says how long each takes. */

import { PassThrough } from "node:stream";
import { FilesOfClient, serve } from "@concordat/server";
import { type FileQuestion, readFileRequest, toBase64 } from "@concordat/server/protocol";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import { createConnection, type Diagnostic, ProposedFeatures } from "vscode-languageserver/node";

export const FOLDER = "memory://shared/contracts";

export class Editor {
  readonly read: string[] = [];
  /** Everything that was ever said of a file, in order. */
  readonly said: { file: string; errors: string[] }[] = [];
  private readonly held = new Map<string, Promise<void>>();
  private readonly listeners = new Set<() => void>();
  private version = 1;

  private constructor(
    readonly files: Map<string, string>,
    readonly connection: MessageConnection,
  ) {}

  static async open(files: Record<string, string>, Files = FilesOfClient): Promise<Editor> {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(ProposedFeatures.all, toServer, toClient);
    serve(server, new Files(server));
    const connection = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    const editor = new Editor(new Map(Object.entries(files)), connection);
    editor.answer();
    connection.listen();
    await connection.sendRequest("initialize", {
      ...{ processId: null, rootUri: null, workspaceFolders: [{ uri: FOLDER, name: "contracts" }] },
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    });
    await connection.sendNotification("initialized", {});
    return editor;
  }

  uri = (file: string): string => `${FOLDER}/${file}`;

  /** The file does not come until the promise is kept. */
  hold(file: string, until: Promise<void>): void {
    this.held.set(this.uri(file), until);
  }

  async opens(file: string): Promise<void> {
    const textDocument = {
      uri: this.uri(file),
      languageId: "concordat",
      version: this.version,
      text: this.files.get(file),
    };
    await this.connection.sendNotification("textDocument/didOpen", { textDocument });
  }

  async types(file: string, text: string): Promise<void> {
    this.files.set(file, text);
    const textDocument = { uri: this.uri(file), version: ++this.version };
    await this.connection.sendNotification("textDocument/didChange", { textDocument, contentChanges: [{ text }] });
  }

  /** Somebody else writes to a file; without a text it is deleted. */
  async changes(file: string, text: string | undefined): Promise<void> {
    if (text === undefined) this.files.delete(file);
    else this.files.set(file, text);
    const type = text === undefined ? 3 : 2;
    await this.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: this.uri(file), type }],
    });
  }

  /** The errors of a file, the next time that the server tells of it and they suit. */
  async told(file: string, suits: (errors: string[]) => boolean): Promise<string[]> {
    for (;;) {
      const last = this.said.findLast((each) => each.file === file);
      if (last && suits(last.errors)) return last.errors;
      await new Promise<void>((resolve) => {
        const listener = () => {
          this.listeners.delete(listener);
          resolve();
        };
        this.listeners.add(listener);
      });
    }
  }

  close(): void {
    this.connection.dispose();
  }

  private answer(): void {
    const name = (uri: string): string => uri.slice(FOLDER.length + 1);
    const { connection, files } = this;
    connection.onRequest("client/registerCapability", () => null);
    connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) => items.map(() => null));
    connection.onRequest("concordat/contractsIn", () =>
      [...files.keys()].filter((file) => file.endsWith(".concordat")).map(this.uri),
    );
    connection.onRequest(readFileRequest, async ({ uri }: FileQuestion) => {
      this.read.push(name(uri));
      await this.held.get(uri);
      const text = files.get(name(uri));
      return text === undefined ? null : { base64: toBase64(new TextEncoder().encode(text)) };
    });
    connection.onRequest("concordat/kindOfFile", ({ uri }: FileQuestion) => (files.has(name(uri)) ? "file" : null));
    connection.onRequest("concordat/readFolder", ({ uri }: FileQuestion) => {
      const inside = [...files.keys()].filter((file) => this.uri(file).replace(/\/[^/]*$/, "") === uri);
      return inside.map((file) => ({ uri: this.uri(file), kind: "file" }));
    });
    connection.onNotification(
      "textDocument/publishDiagnostics",
      ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
        const errors = diagnostics.filter(({ severity }) => severity === 1).map(({ message }) => String(message));
        this.said.push({ file: name(uri), errors });
        for (const listener of [...this.listeners]) listener();
      },
    );
  }
}
