/**
 * Tests the extension: `node test/vscode/run.mjs`. First its language server and its package by themselves; then, in a
 * real VS Code, the suite inside the extension host, and the packaged extension in the window as a person uses it; then the
 * same two in VS Code for the Web. Screenshots go to artefacts/.
 *
 * Without settings: the oldest VS Code the extension supports and the newest with a server package, from npm, in a headless
 * browser, one after the other.
 *   CONCORDAT_VSCODE=1.100            the oldest only
 *   CONCORDAT_VSCODE=newest           the newest only
 *   CONCORDAT_VSCODE=desktop          a desktop VS Code, downloaded, or the one named in CONCORDAT_VSCODE_EXECUTABLE
 *   CONCORDAT_VSCODE_GREP=…           only the tests whose title has this
 *   CONCORDAT_VSCODE_VERBOSE=1        everything the window logs
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { packageExtension } from "../../packages/vscode/package.mjs";
import { webSuiteFiles } from "./rig/bundle-web-suite.mjs";
import { collect } from "./rig/collect.mjs";
import { flavours } from "./rig/flavours.mjs";
import { NotAvailable } from "./rig/install.mjs";
import { cache, root } from "./rig/paths.mjs";
import { titlesIn } from "./rig/titles.mjs";
import { suiteInTheWeb } from "./rig/web-suite.mjs";

const compiler = path.join(root, "node_modules/typescript/bin/tsc");
execFileSync(process.execPath, [compiler, "-b", path.join(root, "packages/cli")], { stdio: "inherit" });
await packageExtension();
const alone = ["server", "package"].map((name) => path.join(import.meta.dirname, `${name}.test.mjs`));
const tests = await collect(alone, { timeout: 60_000 });
const wanted = process.env.CONCORDAT_VSCODE ?? "all";
for (const flavour of wanted === "all" ? flavours : [wanted]) tests.push(...inVsCode(flavour));
if (wanted !== "desktop") tests.push(...(await inTheWeb()));
close(tests);

/** Each in a process of its own: a test file can be loaded once only. */
function inVsCode(flavour) {
  const results = path.join(cache, `results-${flavour}.json`);
  mkdirSync(cache, { recursive: true });
  rmSync(results, { force: true });
  const env = { ...process.env, CONCORDAT_VSCODE: flavour, CONCORDAT_VSCODE_RESULTS: results };
  const script = path.join(import.meta.dirname, "rig/in-vscode.mjs");
  const { status } = spawnSync(process.execPath, [script], { env, stdio: ["ignore", 2, 2] });
  const found = existsSync(results)
    ? JSON.parse(readFileSync(results, "utf8"))
    : [{ title: "the tests run to their end", outcome: "failed", why: `they ended with ${status}: see above` }];
  return found.map(({ title, ...rest }) => ({ title: `VS Code ${flavour}: ${title}`, ...rest }));
}

async function inTheWeb() {
  const windowTests = [path.join(import.meta.dirname, "web-window/preview.test.mjs")];
  try {
    return [...(await suiteInTheWeb()), ...(await collect(windowTests, { timeout: 150_000 }))];
  } catch (error) {
    if (!(error instanceof NotAvailable)) throw error;
    return titlesIn([...webSuiteFiles(), ...windowTests]).map((title) => ({
      title,
      outcome: "skipped",
      why: error.message,
    }));
  }
}

function close(tests) {
  const reasons = new Set(tests.filter(({ outcome }) => outcome === "skipped").map(({ why }) => why));
  for (const why of reasons) if (why) console.log(`skipped: ${why}`);
  for (const { title, outcome, milliseconds, why } of tests) {
    console.log(`${outcome.padEnd(7)} ${title}${milliseconds > 1000 ? ` (${milliseconds} ms)` : ""}`);
    if (why && outcome === "failed") console.log(why.replace(/^/gm, "        "));
  }
  const count = (kind) => tests.filter(({ outcome }) => outcome === kind).length;
  const [passed, failed, skipped] = ["passed", "failed", "skipped"].map(count);
  if (failed > 0 || passed === 0) process.exitCode = 1;
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
}
