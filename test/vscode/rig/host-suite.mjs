/** Runs inside VS Code's extension host: runs the bundled test files beside it, and writes the report. */
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { collect } from "./collect.mjs";

export async function run() {
  const files = readdirSync(__dirname).filter((name) => name.endsWith(".test.cjs"));
  const tests = await collect(
    files.map((name) => path.join(__dirname, name)),
    { timeout: 60_000 },
  );
  writeFileSync(process.env.CONCORDAT_VSCODE_REPORT, JSON.stringify(tests));
}
