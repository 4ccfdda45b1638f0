/** A person at VS Code's window with the packaged extension installed: opens files, gives commands, looks. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { flavourOf } from "./flavours.mjs";
import { install } from "./install.mjs";
import { artefacts, extension, freshFixture } from "./paths.mjs";
import { installPackage, startServer } from "./server.mjs";
import { launchBrowser, openWindow } from "./window.mjs";

let opening;
/** The one window of a run: every test file goes on in it. */
export const atTheWindow = () => (opening ??= open());

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
  page.setDefaultTimeout(60_000); // also where the machine is busy
  await openWindow(page, server, freshFixture());
  return new Person(page, async () => {
    await browser.close();
    await server.stop();
    rmSync(extensions, { recursive: true, force: true });
  });
}

class Person {
  constructor(page, close) {
    this.page = page;
    this.close = close;
  }

  async opens(name) {
    await this.page.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).dblclick();
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  }

  async commands(title) {
    await this.page.keyboard.press("F1");
    await this.page.keyboard.type(title);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
  }

  /** Puts the cursor at the start of a line, from 1. */
  async goesTo(line) {
    await this.page.keyboard.press("Control+G");
    await this.page.keyboard.type(`${line}`);
    await this.page.keyboard.press("Enter");
  }

  /** Keeps a picture of the window among the artefacts. */
  async keepsPicture(name) {
    mkdirSync(artefacts, { recursive: true });
    await this.page.screenshot({ path: path.join(artefacts, `vscode-${flavourOf().name}-${name}.png`) });
  }
}
