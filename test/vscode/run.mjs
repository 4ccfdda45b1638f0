/**
 * Tests the extension: `node test/vscode/run.mjs`. First its language server by itself; then, in a real VS Code, the suite
 * inside the extension host, and the packaged extension in the window as a person uses it; then the suite for the web in VS
 * Code for the Web. Screenshots go to artefacts/.
 *
 * Without settings: the oldest VS Code the extension supports, from npm, in a headless browser.
 *   CONCORDAT_VSCODE=newest           the newest one with a server package
 *   CONCORDAT_VSCODE=desktop          a desktop VS Code, downloaded, or the one named in CONCORDAT_VSCODE_EXECUTABLE
 *   CONCORDAT_VSCODE_GREP=…           only the tests whose title has this
 *   CONCORDAT_VSCODE_VERBOSE=1        everything the window logs
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { runTests } from "@vscode/test-electron";
import { packageExtension } from "../../packages/vscode/package.mjs";
import { bundleSuite, suiteFiles } from "./rig/bundle-suite.mjs";
import { webSuiteFiles } from "./rig/bundle-web-suite.mjs";
import { collect } from "./rig/collect.mjs";
import { install, NotAvailable } from "./rig/install.mjs";
import { cache, extension, freshFixture, root } from "./rig/paths.mjs";
import { suiteInTheWeb } from "./rig/web-suite.mjs";

const desktop = process.env.CONCORDAT_VSCODE === "desktop";
const reportFile = path.join(cache, "report.json");
const [server, packaged] = ["server", "packaged"].map((name) => path.join(import.meta.dirname, `${name}.test.mjs`));

const compiler = path.join(root, "node_modules/typescript/bin/tsc");
execFileSync(process.execPath, [compiler, "-b", path.join(root, "packages/cli")], { stdio: "inherit" });
await packageExtension();
const tests = await collect([server], { timeout: 60_000 });
await unlessNotAvailable([...suiteFiles(), packaged], async () => {
  if (!desktop) install();
  tests.push(...(await suiteInExtensionHost()));
  if (!desktop) tests.push(...(await collect([packaged], { timeout: 150_000 })));
});
if (!desktop) await unlessNotAvailable(webSuiteFiles(), async () => tests.push(...(await suiteInTheWeb())));
close(tests);

/** Where there is no VS Code to run them in, the tests of these files are skipped. */
async function unlessNotAvailable(files, run) {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof NotAvailable)) throw error;
    console.log(`skipped: ${error.message}`);
    for (const title of titlesIn(files)) tests.push({ title, outcome: "skipped" });
  }
}

function titlesIn(files) {
  return files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^\s*it\("(.*?)"/gm)].map(([, title]) => title),
  );
}

async function suiteInExtensionHost() {
  const suite = await bundleSuite();
  mkdirSync(cache, { recursive: true });
  rmSync(reportFile, { force: true });
  const outcome = await runTests({
    vscodeExecutablePath: desktop
      ? process.env.CONCORDAT_VSCODE_EXECUTABLE
      : path.join(import.meta.dirname, "rig/code.mjs"),
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    extensionTestsEnv: { CONCORDAT_VSCODE_REPORT: reportFile },
    launchArgs: [freshFixture(), "--disable-extensions"],
  }).catch((error) => error);
  // VS Code can say that all is well when its extension host died, so only the suite's own report counts.
  if (existsSync(reportFile)) return JSON.parse(readFileSync(reportFile, "utf8"));
  return [{ title: "VS Code runs the suite to its end", outcome: "failed", why: String(outcome) }];
}

function close(tests) {
  for (const { title, outcome, milliseconds, why } of tests) {
    console.log(`${outcome.padEnd(7)} ${title}${milliseconds > 1000 ? ` (${milliseconds} ms)` : ""}`);
    if (why) console.log(why.replace(/^/gm, "        "));
  }
  const count = (wanted) => tests.filter(({ outcome }) => outcome === wanted).length;
  const [passed, failed, skipped] = ["passed", "failed", "skipped"].map(count);
  if (failed > 0 || passed === 0) process.exitCode = 1;
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
}
