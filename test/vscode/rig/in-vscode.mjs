/**
 * Tests the packaged extension in one VS Code, that of CONCORDAT_VSCODE, and writes what came of each test: the suite
 * inside the extension host, and then the window as a person uses it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runTests } from "@vscode/test-electron";
import { bundleSuite, suiteFiles } from "./bundle-suite.mjs";
import { collect } from "./collect.mjs";
import { install, NotAvailable } from "./install.mjs";
import { cache, extension, freshFixture } from "./paths.mjs";
import { titlesIn } from "./titles.mjs";

const desktop = process.env.CONCORDAT_VSCODE === "desktop";
const reportFile = path.join(cache, "report.json");
const folder = path.join(import.meta.dirname, "../window");
const windowTests = readdirSync(folder)
  .filter((name) => name.endsWith(".test.mjs"))
  .map((name) => path.join(folder, name));

writeFileSync(process.env.CONCORDAT_VSCODE_RESULTS, JSON.stringify(await tests()));

async function tests() {
  try {
    if (!desktop) install();
    const inside = await suiteInExtensionHost();
    return desktop ? inside : [...inside, ...(await collect(windowTests, { timeout: 150_000 }))];
  } catch (error) {
    if (!(error instanceof NotAvailable)) throw error;
    return titlesIn([...suiteFiles(), ...windowTests]).map((title) => ({
      title,
      outcome: "skipped",
      why: error.message,
    }));
  }
}

async function suiteInExtensionHost() {
  const suite = await bundleSuite();
  mkdirSync(cache, { recursive: true });
  rmSync(reportFile, { force: true });
  const outcome = await runTests({
    vscodeExecutablePath: desktop
      ? process.env.CONCORDAT_VSCODE_EXECUTABLE
      : path.join(import.meta.dirname, "code.mjs"),
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    extensionTestsEnv: { CONCORDAT_VSCODE_REPORT: reportFile },
    launchArgs: [freshFixture(), "--disable-extensions"],
  }).catch((error) => error);
  // VS Code can say that all is well when its extension host died, so only the suite's own report counts.
  if (existsSync(reportFile)) return JSON.parse(readFileSync(reportFile, "utf8"));
  return [{ title: "VS Code runs the suite to its end", outcome: "failed", why: String(outcome) }];
}
