import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";

const root = path.resolve(import.meta.dirname, "../..");
const server = path.join(root, "packages/vscode/dist/server.cjs");

/** An editor in which one person writes: the bundled language server at the other end of its standard input. */
export class Session {
  #child;
  #connection;
  #waiting = [];
  #open = new Map();

  /** `caches` is where this server keeps for later starts what it has compiled, and has it from earlier ones. */
  static async start(folders, caches) {
    const session = new Session();
    session.#child = spawn(process.execPath, [server, "--stdio"], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, XDG_CACHE_HOME: caches },
    });
    session.#connection = createMessageConnection(
      new StreamMessageReader(session.#child.stdout),
      new StreamMessageWriter(session.#child.stdin),
    );
    session.#connection.onNotification("textDocument/publishDiagnostics", (params) => session.#heard("said", params));
    session.#connection.onNotification("concordat/checked", (params) => session.#heard("checked", params));
    session.#connection.listen();
    const { capabilities } = await session.#connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
      workspaceFolders: folders.map((folder) => ({ uri: pathToFileURL(folder).href, name: path.basename(folder) })),
    });
    session.capabilities = capabilities;
    await session.#connection.sendNotification("initialized", {});
    return session;
  }

  #heard(what, params) {
    this.#waiting = this.#waiting.filter((one) => !one.meets(what, params));
  }

  /** When the first findings of a version come, and when all of them have: milliseconds from now, and the findings. */
  #findingsOf(uri, version) {
    const begin = performance.now();
    let first;
    let diagnostics = [];
    return new Promise((resolve) => {
      this.#waiting.push({
        meets(what, params) {
          if (params.uri !== uri || params.version !== version) return false;
          if (what === "said") {
            first ??= performance.now() - begin;
            diagnostics = params.diagnostics;
            return false;
          }
          resolve({ first, last: performance.now() - begin, diagnostics });
          return true;
        },
      });
    });
  }

  open(uri, text) {
    this.#open.set(uri, { version: 1, text });
    const found = this.#findingsOf(uri, 1);
    this.#connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "concordat", version: 1, text },
    });
    return found;
  }

  text = (uri) => this.#open.get(uri).text;

  /** Replaces `length` letters at an offset, as one keystroke does. */
  type(uri, offset, length, inserted) {
    const document = this.#open.get(uri);
    const before = document.text;
    const range = { start: positionAt(before, offset), end: positionAt(before, offset + length) };
    document.text = before.slice(0, offset) + inserted + before.slice(offset + length);
    document.version++;
    const found = this.#findingsOf(uri, document.version);
    this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: document.version },
      contentChanges: [{ range, text: inserted }],
    });
    return found;
  }

  /** Milliseconds to the answer, and the answer. */
  async ask(method, params) {
    const begin = performance.now();
    const answer = await this.#connection.sendRequest(method, params);
    return { took: performance.now() - begin, answer };
  }

  at = (uri, offset) => ({ textDocument: { uri }, position: positionAt(this.text(uri), offset) });

  /** Megabytes of memory that the server holds; undefined where the system does not tell. */
  memory() {
    return numberIn(`/proc/${this.#child.pid}/status`, /VmRSS:\s+(\d+) kB/, 1024);
  }

  /** Milliseconds of processor time that the server has used; undefined where the system does not tell. */
  processor() {
    try {
      const fields = readFileSync(`/proc/${this.#child.pid}/stat`, "utf8").split(") ")[1].split(" ");
      return (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      return undefined;
    }
  }

  /** Until a server has kept what it compiled: it does a second after its first findings. */
  static async kept(caches) {
    const folder = path.join(caches, "concordat");
    for (let left = 300; left > 0; left--) {
      if (existsSync(folder) && readdirSync(folder).some((name) => name.endsWith(".v8"))) return;
      await pause(100);
    }
    throw new Error("nothing was kept for the next start");
  }

  async end() {
    await this.#connection.sendRequest("shutdown");
    await this.#connection.sendNotification("exit");
    this.#connection.dispose();
    this.#child.kill();
  }
}

function numberIn(file, pattern, over) {
  try {
    return Number(pattern.exec(readFileSync(file, "utf8"))[1]) / over;
  } catch {
    return undefined;
  }
}

function positionAt(text, offset) {
  const before = text.slice(0, offset);
  const line = before.split("\n").length - 1;
  return { line, character: offset - (before.lastIndexOf("\n") + 1) };
}
