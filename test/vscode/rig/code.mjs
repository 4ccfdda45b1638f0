#!/usr/bin/env node
/**
 * Stands in for the desktop's `code` executable: takes the same arguments for a test run, and answers with the same exit
 * code, but runs VS Code's server with a window in a headless browser. So `runTests` of @vscode/test-electron drives
 * either of the two.
 *
 * The exit code alone proves nothing: the window reports success also when the extension host died. Whoever calls this
 * must ask for the report that the suite writes at its end.
 */
import { existsSync } from "node:fs";
import { format, parseArgs } from "node:util";
import { install } from "./install.mjs";
import { startServer } from "./server.mjs";
import { launchBrowser, openWindow, remoteUri } from "./window.mjs";

const longest = Number(process.env.CONCORDAT_VSCODE_TIMEOUT_MS ?? 300_000);
const verbose = process.env.CONCORDAT_VSCODE_VERBOSE === "1";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false, // the desktop's other switches mean nothing here
  options: { extensionDevelopmentPath: { type: "string", multiple: true }, extensionTestsPath: { type: "string" } },
});

const said = [];
let server;
let browser;
let ending = false;

async function end(status, why) {
  if (ending) return;
  ending = true;
  if (status !== 0 && !verbose)
    process.stderr.write(
      said
        .slice(-40)
        .map((line) => `  | ${line}\n`)
        .join(""),
    );
  if (why) process.stderr.write(`VS Code: ${why}\n`);
  await browser?.close().catch(() => undefined);
  await server?.stop();
  process.exit(status);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(130, `ended by ${signal}`));
setTimeout(() => end(124, `no end after ${longest / 1000} seconds`), longest).unref();

try {
  const installed = install();
  server = await startServer(installed, { logs: process.env.CONCORDAT_VSCODE_LOGS, environment: process.env });
  server.ended.then((status) => end(1, `the server ended early (${status})`));
  browser = await launchBrowser(installed);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on("crash", () => end(1, "the window crashed"));
  await page.exposeFunction("codeAutomationLog", (_level, parts) => {
    const line = format(...parts.map((part) => part?.message ?? part));
    said.push(line);
    if (verbose) process.stderr.write(`${line}\n`);
  });
  await page.exposeFunction("codeAutomationExit", (status) => end(status));
  await openWindow(page, server, positionals.find((name) => existsSync(name)) ?? ".", [
    ...(values.extensionDevelopmentPath ?? []).map((folder) => ["extensionDevelopmentPath", remoteUri(server, folder)]),
    ...(values.extensionTestsPath ? [["extensionTestsPath", remoteUri(server, values.extensionTestsPath)]] : []),
    ["enableProposedApi", ""],
  ]);
} catch (error) {
  await end(1, error.stack);
}
