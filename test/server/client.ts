import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  type CancellationToken,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import { root } from "../examples/support/root.js";

/** The server as it is released, and as the command line starts it. */
export const BUNDLED = [path.join(root, "packages/vscode/dist/server.cjs"), "--stdio"];
export const BY_COMMAND = [path.join(root, "packages/cli/bin/concordat.js"), "lsp", "--stdio"];

export interface Diagnostic {
  readonly range: unknown;
  readonly message: string;
  readonly code?: string;
  readonly severity?: number;
}

/** A test that fails leaves its servers: none outlives the tests. */
const running = new Set<ChildProcess>();
/** What a server keeps for its next start is the tests' own: that of who runs them stays as it is. */
const caches = mkdtempSync(path.join(tmpdir(), "concordat-caches-"));
after(() => {
  for (const child of running) child.kill();
  rmSync(caches, { recursive: true, force: true });
});

/** A client of the language server, speaking its protocol over standard input and output. */
export class Client {
  readonly said: string[] = [];
  /** Latest by file; of an open one the version too. */
  readonly findings = new Map<string, { version?: number; diagnostics: readonly Diagnostic[] }>();
  private readonly versions = new Map<string, number>();
  private readonly waiting = new Set<() => void>();
  private readonly checked = new Map<string, number>();
  ended: number | null | undefined;

  private constructor(
    readonly process: ChildProcess,
    private readonly connection: MessageConnection,
  ) {
    process.stderr!.setEncoding("utf8").on("data", (text: string) => this.said.push(text));
    running.add(process);
    process.on("exit", (code) => {
      running.delete(process);
      this.ended = code;
      this.tell();
    });
    connection.onError(() => {});
    connection.onNotification("textDocument/publishDiagnostics", ({ uri, ...rest }) => {
      this.findings.set(uri, rest);
      this.tell();
    });
    connection.onNotification("concordat/checked", ({ uri, version }) => {
      this.checked.set(uri, version);
      this.tell();
    });
    connection.onNotification("window/logMessage", ({ message }) => this.said.push(message));
    connection.listen();
  }

  static async start(args: readonly string[] = BUNDLED, folder?: string): Promise<Client> {
    const child = spawn(process.execPath, args, { stdio: "pipe", env: { ...process.env, XDG_CACHE_HOME: caches } });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const client = new Client(child, connection);
    client.initialized = await client.ask("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      workspaceFolders: folder === undefined ? null : [{ uri: pathToFileURL(folder).href, name: "folder" }],
    });
    await client.tellServer("initialized", {});
    return client;
  }
  initialized: unknown;

  ask = <T = unknown>(method: string, params?: unknown, token?: CancellationToken): Promise<T> =>
    token ? this.connection.sendRequest(method, params, token) : this.connection.sendRequest(method, params);
  tellServer = (method: string, params?: unknown): Promise<void> => this.connection.sendNotification(method, params);

  open(uri: string, text: string): Promise<void> {
    this.versions.set(uri, 1);
    return this.tellServer("textDocument/didOpen", {
      textDocument: { uri, languageId: "concordat", version: 1, text },
    });
  }

  /** Changes of an open text: each a stretch with what stands there from then on, or all of the text. */
  change(uri: string, contentChanges: readonly unknown[]): Promise<void> {
    const version = this.versions.get(uri)! + 1;
    this.versions.set(uri, version);
    return this.tellServer("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): Promise<void> {
    this.versions.delete(uri);
    this.checked.delete(uri);
    return this.tellServer("textDocument/didClose", { textDocument: { uri } });
  }

  /** What is found in an open text as it stands now, when all has been told; each as a line of words, in order. */
  async allFindings(uri: string): Promise<string[]> {
    await this.until(() => this.checked.get(uri) === this.versions.get(uri));
    return this.findingsOf(uri);
  }

  findingsOf = (uri: string): string[] => inWords(this.findings.get(uri)?.diagnostics ?? []);

  /** Waits until something that the server tells makes it so. */
  until(so: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (this.ended !== undefined) reject(new Error(`the server ended (${this.ended}): ${this.said.join("")}`));
        else if (so()) resolve();
        else return;
        this.waiting.delete(look);
      };
      this.waiting.add(look);
      look();
    });
  }

  async end(): Promise<number | null> {
    if (this.ended === undefined) {
      const ended = new Promise<number | null>((resolve) => this.process.once("exit", resolve));
      await this.ask("shutdown");
      await this.tellServer("exit");
      await ended;
    }
    this.connection.dispose();
    return this.ended ?? null;
  }

  private tell(): void {
    for (const look of [...this.waiting]) look();
  }
}

export const inWords = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ range, severity, code, message }) => JSON.stringify([range, severity, code, message])).sort();

/** A folder of files that is removed again. */
export class Folder {
  readonly path = mkdtempSync(path.join(tmpdir(), "concordat-server-"));
  uri = (name: string): string => pathToFileURL(path.join(this.path, name)).href;

  write(name: string, text: string): string {
    const file = path.join(this.path, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return this.uri(name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
