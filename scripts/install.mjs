import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";

const root = path.dirname(import.meta.dirname);

/** Installs what package-lock.json names, where that was not done since the lock file last changed. */
export function installIfNeeded() {
  const [lock, installed] = ["package-lock.json", "node_modules/.package-lock.json"].map((file) =>
    path.join(root, file),
  );
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log("Installing the packages that package-lock.json names; this takes about a minute…");
  // npm says where it lives to what it runs; on its own, Windows starts it only through its shell.
  const npm = process.env.npm_execpath;
  const args = ["ci", "--loglevel=error"];
  const { status } = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: "inherit" })
    : spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) {
    console.error("The packages could not be installed: see above. Is there a connection to the package registry?");
    process.exit(2);
  }
}
