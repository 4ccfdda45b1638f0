/** A person at VS Code's window with the packaged extension installed: opens files, gives commands, looks. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { flavourOf } from "./flavours.mjs";
import { install } from "./install.mjs";
import { artefacts, extension, freshFixture } from "./paths.mjs";
import { installPackage, startServer } from "./server.mjs";
import { startWebServer } from "./web-server.mjs";
import { launchBrowser, launchBrowserOfAPerson, openWindow } from "./window.mjs";

/** How long a person waits for anything to show: long, because the machine may be busy. */
const patience = Number(process.env.CONCORDAT_VSCODE_PATIENCE ?? 60_000);

let opening;
/** The one window of a run: every test file goes on in it. */
export const atTheWindow = () => (opening ??= open());
/** The same in VS Code for the Web. */
export const atTheWebWindow = () => (opening ??= openInTheWeb());

/** Closes it. */
export async function leave() {
  const person = await opening?.catch(() => undefined);
  opening = undefined;
  await person?.close();
}

async function open() {
  const installed = install();
  const extensions = mkdtempSync(path.join(tmpdir(), "concordat-extensions-"));
  const [vsix] = readdirSync(extension).filter((name) => name.endsWith(".vsix"));
  if (!vsix) throw new Error("node packages/vscode/package.mjs makes the package");
  installPackage(installed, path.join(extension, vsix), extensions);
  const [server, browser] = await Promise.all([startServer(installed, { extensions }), launchBrowser(installed)]);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(patience);
  await openWindow(page, server, freshFixture());
  return new Person(page, flavourOf().name, async () => {
    await browser.close();
    await server.stop();
    rmSync(extensions, { recursive: true, force: true });
  });
}

async function openInTheWeb() {
  const server = await startWebServer();
  const { page, close } = await launchBrowserOfAPerson(server);
  page.setDefaultTimeout(patience);
  await page.goto(server.address, { waitUntil: "commit" });
  return new Person(page, "web", async () => {
    await close();
    server.stop();
  });
}

class Person {
  /** @param {string} place where the window is: part of the name of its pictures */
  constructor(page, place, close) {
    this.page = page;
    this.place = place;
    this.close = close;
  }

  async opens(name) {
    await this.page.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).dblclick();
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    // A file can be open before the window knows of the extension.
    await this.page.locator(".statusbar-item", { hasText: "Concordat" }).first().waitFor();
  }

  async commands(title) {
    await this.asks("F1", title);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
  }

  /** Opens the box at the top of the window with a key, and types into it. */
  async asks(key, words) {
    const box = this.page.locator(".quick-input-widget:visible input");
    if (await box.first().isVisible()) await this.page.keyboard.press("Escape");
    await this.page.keyboard.press(key);
    // While the keyboard goes over from a panel to an editor a key may reach neither: then a person presses it again.
    const comes = box.first().waitFor({ timeout: 5_000 });
    await comes.catch(() => this.page.keyboard.press(key).then(() => box.first().waitFor()));
    await this.page.keyboard.type(words);
  }

  /** Puts the cursor at the start of a line, from 1. */
  async goesTo(line) {
    await this.page.keyboard.press("Control+1"); // the first editor, wherever the keyboard was
    await this.page.locator(".monaco-editor.focused").first().waitFor();
    await this.asks("Control+G", `${line}`);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".statusbar-item", { hasText: `Ln ${line},` }).waitFor();
  }

  /** Writes a line, from 1, anew; its indentation stays. */
  async rewrites(line, text) {
    await this.goesTo(line);
    await this.page.keyboard.press("Home");
    await this.page.keyboard.press("Shift+End");
    await this.page.keyboard.insertText(text);
  }

  /** Closes every editor; what was changed is thrown away. */
  async closesAll() {
    for (const editor of await this.page.locator(".tab.dirty").all()) {
      await editor.click();
      await this.commands("File: Revert File");
    }
    await this.commands("View: Close All Editors");
    await this.page.locator(".tab").first().waitFor({ state: "detached" });
  }

  async wearsTheme(name) {
    await this.commands("Preferences: Color Theme");
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: "Modern" }).first().waitFor();
    await this.page.keyboard.type(name);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().click();
  }

  /** The page inside the webview that is shown. */
  frame() {
    return this.page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
  }

  /** Keeps a picture of the window among the artefacts. */
  async keepsPicture(name) {
    mkdirSync(artefacts, { recursive: true });
    await this.page.screenshot({ path: path.join(artefacts, `vscode-${this.place}-${name}.png`) });
  }
}
