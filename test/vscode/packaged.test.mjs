/** The packaged extension in VS Code's window, as a person uses it. Leaves screenshots in artefacts/. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { install } from "./rig/install.mjs";
import { artefacts, extension, freshFixture } from "./rig/paths.mjs";
import { installPackage, startServer } from "./rig/server.mjs";
import { launchBrowser, openWindow } from "./rig/window.mjs";

describe("the packaged extension in the window", () => {
  let server;
  let browser;
  let page;
  let extensions;

  before(async () => {
    const installed = install();
    extensions = mkdtempSync(path.join(tmpdir(), "concordat-extensions-"));
    const [vsix] = readdirSync(extension).filter((name) => name.endsWith(".vsix"));
    assert.ok(vsix, "node packages/vscode/package.mjs makes the package");
    installPackage(installed, path.join(extension, vsix), extensions);
    [server, browser] = await Promise.all([startServer(installed, { extensions }), launchBrowser(installed)]);
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(60_000); // also where the machine is busy
    await openWindow(page, server, freshFixture());
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    if (extensions) rmSync(extensions, { recursive: true, force: true });
  });

  afterEach(async function () {
    if (this.currentTest.state === "failed") await screenshot("failed");
  });

  it("underlines a name that nothing has", async () => {
    await openFile("wrong.concordat");
    await page.locator(".squiggly-error").first().waitFor({ state: "attached" });
    await screenshot("squiggle");
  });

  it("lists the finding among the problems", async () => {
    await page.keyboard.press("Control+Shift+M");
    await page.locator(".markers-panel .monaco-list-row", { hasText: "actual-costs" }).first().waitFor();
    await screenshot("problems");
    await page.keyboard.press("Control+Shift+M");
  });

  it("shows the verdict over a worked example", async () => {
    await openFile("right.concordat");
    await page.locator(".codelens-decoration", { hasText: "✓ passes" }).waitFor();
    await screenshot("lens");
  });

  it("shows how an example comes to its figures", async () => {
    await page.locator(".codelens-decoration a", { hasText: "Run example" }).click();
    await page.locator(".tab", { hasText: "good-year" }).waitFor();
    await page.locator(".view-line", { hasText: "£520,000" }).first().waitFor();
    await screenshot("example");
  });

  it("shows the summary in plain English", async () => {
    await openFile("right.concordat");
    await command("Concordat: Show summary");
    const summary = page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
    await summary.getByText("Village Care Alliance").first().waitFor();
    await screenshot("summary");
  });

  it("settles the contract with the data beside it", async () => {
    await openFile("right.concordat");
    await command("Concordat: Settle…");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "beside the contract" }).click();
    await page.locator(".tab.active", { hasText: "Statement of right.concordat" }).waitFor();
    await page.locator(".view-line", { hasText: "Payment statement" }).first().waitFor();
    await screenshot("statement");
  });

  async function openFile(name) {
    await page.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).dblclick();
    await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  }

  async function command(title) {
    await page.keyboard.press("F1");
    await page.keyboard.type(title);
    await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
  }

  async function screenshot(name) {
    mkdirSync(artefacts, { recursive: true });
    await page?.screenshot({ path: path.join(artefacts, `vscode-${name}.png`) });
  }
});
