/** Bundles the suite for the web, with mocha, into the one script that the extension host in the browser's worker loads. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { extension } from "./paths.mjs";

const vscode = path.join(import.meta.dirname, "..");

/** Tests that hold on a desktop as they do in a browser, and those of the browser alone. */
export function webSuiteFiles() {
  const own = readdirSync(path.join(vscode, "web-suite"))
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => path.join(vscode, "web-suite", name));
  return [...["findings", "writing", "examples"].map((name) => path.join(vscode, `suite/${name}.test.ts`)), ...own];
}

/** @returns the file to name as `extensionTestsPath`; only what lies in the extension's folder is served */
export async function bundleWebSuite() {
  const outfile = path.join(extension, "dist/web-suite.cjs");
  const lines = webSuiteFiles().map((file) => `require(${JSON.stringify(file)});`);
  await build({
    stdin: {
      contents: `const { runInWorker } = require("./web-host-suite.mjs"); module.exports = { run: () => runInWorker(() => { ${lines.join(" ")} }) };`,
      resolveDir: import.meta.dirname,
    },
    ...{ outfile, bundle: true, platform: "browser", format: "cjs", target: "es2022" },
    ...{ external: ["vscode"], sourcemap: "inline", logLevel: "warning" },
    alias: { "node:assert/strict": path.join(import.meta.dirname, "strict-assert.mjs") },
    define: {
      "process.stderr": "undefined",
      "process.emitWarning": "undefined",
      "process.env.NODE_DEBUG": "false",
      "process.env.NODE_ENV": '"production"',
      global: "globalThis",
    },
  });
  return outfile;
}
