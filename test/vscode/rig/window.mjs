/** Opens VS Code's window in Chromium. */
import path from "node:path";
import { chromium } from "playwright-core";

const switches = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

export function launchBrowser({ browser }) {
  return chromium.launch({ executablePath: browser, headless: true, args: switches });
}

/** @param {[string, string][]} options what the desktop takes as `--name=value` and the window takes in its address */
export async function openWindow(page, server, folder, options = []) {
  const payload = [...options, ["skipWelcome", "true"], ["skipReleaseNotes", "true"]];
  const query = new URLSearchParams({ folder: path.resolve(folder), payload: JSON.stringify(payload) });
  await page.goto(`http://${server.authority}/?${query}`, { waitUntil: "commit" });
}

/** A file of this machine as the window names it. */
export function remoteUri(server, file) {
  return `vscode-remote://${server.authority}${path.resolve(file)}`;
}
