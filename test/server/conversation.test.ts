import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, renameSync, unlinkSync } from "node:fs";
import path from "node:path";
import { CancellationTokenSource } from "vscode-jsonrpc/node";
import { root } from "../examples/support/root.js";
import { BUNDLED, BY_COMMAND, Client, Folder } from "./client.js";
import { contract, deed, importing, steps } from "./contracts.js";

describe("the bundled language server", function () {
  this.timeout(300_000);
  let client: Client;
  let folder: Folder;
  beforeEach(async () => {
    folder = new Folder();
  });
  afterEach(async () => {
    await client.end();
    folder.remove();
  });
  const start = async (): Promise<void> => {
    client = await Client.start(BUNDLED, folder.path);
  };
  const opened = async (uri: string, text: string): Promise<string[]> => {
    await client.open(uri, text);
    return client.allFindings(uri);
  };
  const replaced = async (uri: string, text: string): Promise<string[]> => {
    await client.change(uri, [{ text }]);
    return client.allFindings(uri);
  };
  const says = (findings: readonly string[], words: RegExp): void =>
    assert.ok(
      findings.some((finding) => words.test(finding)),
      `${words} is not among:\n${findings.join("\n")}`,
    );

  it("says which version it is, and ends well when asked to", async () => {
    await start();
    const { version } = JSON.parse(readFileSync(path.join(root, "packages/server/package.json"), "utf8"));
    const { serverInfo } = client.initialized as { serverInfo: unknown };
    assert.deepEqual(serverInfo, { name: "concordat", version });
    assert.equal(await client.end(), 0);
  });

  it("follows what is typed, and takes what is broken back when it is mended", async () => {
    await start();
    const uri = folder.uri("a.concordat");
    assert.deepEqual(await opened(uri, contract()), []);
    const line = contract()
      .split("\n")
      .findIndex((text) => text.includes("paid to   nurses"));
    const at = { line, character: "    paid to   nurse".length };
    await client.change(uri, [{ range: { start: at, end: { ...at, character: at.character + 1 } }, text: "y" }]);
    says(await client.allFindings(uri), /nursey.*Did you mean nurses/);
    await client.change(uri, [{ range: { start: at, end: { ...at, character: at.character + 1 } }, text: "s" }]);
    assert.deepEqual(await client.allFindings(uri), []);
  });

  it("tells of each version which findings are its own", async () => {
    await start();
    const uri = folder.uri("a.concordat");
    await opened(uri, contract());
    await replaced(uri, contract().replace("£12,000", "£13,000"));
    assert.equal(client.findings.get(uri)!.version, 2);
  });

  it("serves a text that was never saved", async () => {
    await start();
    const uri = "untitled:Untitled-1";
    says(await opened(uri, contract().replace("to   nurses", "to   nobody")), /nobody/);
    const hover = await client.ask("textDocument/hover", {
      textDocument: { uri },
      position: { line: 12, character: 5 },
    });
    assert.ok(hover);
    assert.deepEqual(await replaced(uri, contract()), []);
  });

  it("answers a request that is cancelled, one way or the other", async () => {
    await start();
    const uri = folder.uri("a.concordat");
    await opened(uri, contract());
    for (const method of ["textDocument/completion", "textDocument/hover", "textDocument/references"]) {
      const source = new CancellationTokenSource();
      const position = { line: 12, character: 8 };
      await client.change(uri, [{ text: contract("night-care", `  // ${method}\n`) }]);
      const params = { textDocument: { uri }, position, context: { includeDeclaration: true } };
      const answer = client.ask(method, params, source.token).then(
        () => "answered",
        ({ code }) => code,
      );
      source.cancel();
      assert.ok(["answered", -32800, -32801, -32802].includes(await answer), method);
    }
    assert.deepEqual(await client.allFindings(uri), []);
  });

  it("lives on where positions are nowhere and files are not there", async () => {
    await start();
    const uri = folder.uri("a.concordat");
    await opened(uri, contract());
    const positions = [
      { line: 100_000, character: 0 },
      { line: 3, character: 100_000 },
      { line: -1, character: -5 },
    ];
    const requests = ["completion", "hover", "definition", "references", "documentHighlight", "rename"];
    for (const where of [uri, folder.uri("not-there.concordat"), "untitled:nothing", "http://example.org/x", "%%%"]) {
      for (const request of requests) {
        for (const position of positions) {
          const params = {
            textDocument: { uri: where },
            position,
            context: { includeDeclaration: true },
            newName: "x",
          };
          await client.ask(`textDocument/${request}`, params).catch(() => undefined);
        }
      }
    }
    await client.change(uri, [{ range: { start: positions[0], end: positions[1] }, text: "\n" }]);
    await client.allFindings(uri);
    assert.deepEqual(await replaced(uri, contract()), []);
  });

  it("checks an importer again when its library is edited, and when it is saved elsewhere", async () => {
    const shared = folder.write("library/steps.concordat", steps());
    const own = folder.write("a.concordat", importing());
    await start();
    assert.deepEqual(await opened(own, importing()), []);
    await opened(shared, steps());
    await client.change(shared, [{ text: steps("falling") }]);
    await client.until(() => client.findingsOf(own).some((finding) => /rising/.test(finding)));
    await client.change(shared, [{ text: steps() }]);
    await client.until(() => client.findingsOf(own).length === 0);
    await client.close(shared);
    folder.write("library/steps.concordat", steps("falling"));
    await client.tellServer("workspace/didChangeWatchedFiles", { changes: [{ uri: shared, type: 2 }] });
    await client.until(() => client.findingsOf(own).some((finding) => /rising/.test(finding)));
  });

  it("checks a deed again when its contract is edited, and the contract's name when it is gone", async () => {
    const own = folder.write("a.concordat", contract());
    const varied = folder.write("deed.concordat", deed());
    await start();
    await opened(own, contract());
    assert.deepEqual(await opened(varied, deed()), []);
    await client.change(own, [{ text: contract().replaceAll("core", "base") }]);
    await client.until(() => client.findingsOf(varied).some((finding) => /core/.test(finding)));
    await client.change(own, [{ text: contract() }]);
    await client.until(() => client.findingsOf(varied).length === 0);
    says(await replaced(varied, deed("£110,000", "cores")), /cores/);
  });

  it("notices files that are removed and renamed on disk", async () => {
    folder.write("library/steps.concordat", steps());
    const own = folder.write("a.concordat", importing());
    await start();
    assert.deepEqual(await opened(own, importing()), []);
    const [from, to] = ["library/steps.concordat", "library/other.concordat"];
    renameSync(path.join(folder.path, from), path.join(folder.path, to));
    const changes = [
      { uri: folder.uri(from), type: 3 },
      { uri: folder.uri(to), type: 1 },
    ];
    await client.tellServer("workspace/didChangeWatchedFiles", { changes });
    await client.until(() => client.findingsOf(own).some((finding) => /import-missing/.test(finding)));
    assert.deepEqual(await replaced(own, importing().replace("steps.concordat", "other.concordat")), []);
    unlinkSync(path.join(folder.path, "a.concordat"));
    await client.tellServer("workspace/didChangeWatchedFiles", { changes: [{ uri: own, type: 3 }] });
    await client.close(own);
    const other = folder.uri("b.concordat");
    assert.deepEqual(await opened(other, contract()), []);
  });
});

describe("concordat lsp", function () {
  this.timeout(300_000);

  it("serves the same, and logs nothing among its answers", async () => {
    const client = await Client.start(BY_COMMAND);
    await client.open("untitled:a", contract());
    assert.deepEqual(await client.allFindings("untitled:a"), []);
    assert.equal(await client.end(), 0);
  });

  it("ends when its editor is gone", async () => {
    const child = spawn(process.execPath, BY_COMMAND, { stdio: ["pipe", "ignore", "ignore"] });
    child.stdin.end();
    const [code] = await once(child, "exit");
    assert.equal(code, 1);
  });
});
