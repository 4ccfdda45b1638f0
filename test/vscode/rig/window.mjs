/** Opens VS Code's window in Chromium. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

const switches = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

export function launchBrowser({ browser }) {
  return chromium.launch({ executablePath: browser, headless: true, args: switches });
}

/**
 * A browser that lets pages within a page keep something of their own. VS Code for the Web serves what stands in a panel
 * from another address, by a service worker, which a window without a profile refuses to it.
 */
export async function launchBrowserOfAPerson({ browser }) {
  const profile = mkdtempSync(path.join(tmpdir(), "concordat-profile-"));
  mkdirSync(path.join(profile, "Default"));
  const allowed = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  writeFileSync(path.join(profile, "Default/Preferences"), JSON.stringify(allowed));
  const options = { executablePath: browser, headless: true, args: switches };
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    viewport: { width: 1440, height: 900 },
  });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { page: await context.newPage(), close };
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
