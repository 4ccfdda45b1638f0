/** Starts a VS Code server in a fresh folder, and ends it with everything it started. */
import { spawn, spawnSync } from "node:child_process";
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Settings of every window: nothing is fetched, nothing is asked. */
const settings = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "files.autoSave": "off", // a window in a browser saves by itself
  "git.enabled": false,
  "security.workspace.trust.enabled": false,
  "update.mode": "none",
  "workbench.startupEditor": "none",
};

/**
 * @param {{ code: string, node: string }} installed what `install` returned
 * @param {{ extensions?: string, environment?: object, logs?: string }} options `extensions`: folder of installed extensions
 */
export async function startServer(installed, { extensions, environment = {}, logs } = {}) {
  const home = mkdtempSync(path.join(tmpdir(), "concordat-vscode-"));
  const own = { extensions: extensions ?? path.join(home, "extensions"), machine: path.join(home, "user/Machine") };
  // A folder of extensions that does not exist yet would hide the extension under test.
  for (const folder of Object.values(own)) mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(own.machine, "settings.json"), JSON.stringify(settings));

  const child = spawn(installed.node, [...serverArguments(installed, home, own.extensions), ...listening], {
    env: { ...process.env, ...environment, NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // a process group of its own, so that one signal ends the extension host and language server too
  });
  const end = () => endGroup(child.pid);
  process.once("exit", end);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const log = createWriteStream(path.join(logs ?? home, "server.log"));
  child.stdout.pipe(log);
  child.stderr.pipe(log);

  const port = await portOf(child, ended);
  const stop = async () => {
    end();
    await ended;
    process.off("exit", end);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  return { authority: `127.0.0.1:${port}`, home, ended, stop };
}

/** Installs a packaged extension into a folder, as a person would with "Install from VSIX". */
export function installPackage(installed, vsix, extensions) {
  const home = mkdtempSync(path.join(tmpdir(), "concordat-vsix-"));
  const args = [...serverArguments(installed, home, extensions), "--install-extension", vsix, "--force"];
  const { stdout, stderr, status } = spawnSync(installed.node, args, { encoding: "utf8" });
  rmSync(home, { recursive: true, force: true });
  if (status !== 0 || !stdout.includes("successfully installed")) throw new Error(`${stdout}\n${stderr}`);
}

const listening = [
  ...["--host", "127.0.0.1", "--port", "0", "--without-connection-token"],
  ...["--disable-workspace-trust", "--telemetry-level", "off", "--force-disable-user-env"],
  "--enable-smoke-test-driver", // newer windows heed the test arguments in the address only with this
];

function serverArguments({ code }, home, extensions) {
  return [
    ...[path.join(code, "out/server-main.js"), "--accept-server-license-terms"],
    ...["--server-data-dir", path.join(home, "server"), "--user-data-dir", path.join(home, "user")],
    ...["--extensions-dir", extensions],
  ];
}

function portOf(child, ended) {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(said)?.[1];
      if (port) resolve(port);
    });
    ended.then((status) => reject(new Error(`the VS Code server ended with ${status}:\n${said.slice(-2000)}`)));
  });
}

function endGroup(pid) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // it has ended already
  }
}
