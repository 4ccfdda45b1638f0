/**
 * Runs the suite for the web in a browser: VS Code for the Web, and the extension in its worker. A picture of the window at
 * the end goes to artefacts/.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { format } from "node:util";
import { bundleWebSuite } from "./bundle-web-suite.mjs";
import { artefacts } from "./paths.mjs";
import { startWebServer } from "./web-server.mjs";
import { launchBrowser } from "./window.mjs";

const longest = Number(process.env.CONCORDAT_VSCODE_TIMEOUT_MS ?? 300_000);
const verbose = process.env.CONCORDAT_VSCODE_VERBOSE === "1";

/** @returns {Promise<object[]>} how each test came out, as `collect` says it */
export async function suiteInTheWeb() {
  const server = await startWebServer({ extensionTestsPath: await bundleWebSuite() });
  const browser = await launchBrowser(server);
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    return await report(page, server.address);
  } finally {
    await browser.close();
    server.stop();
  }
}

/** The suite says how its tests came out; the window's word that all went well is not enough. */
async function report(page, address) {
  const lines = [];
  let tests;
  let picture;
  const ended = new Promise((resolve) => {
    page.on("crash", () => resolve("the window crashed"));
    setTimeout(() => resolve(`no end after ${longest / 1000} seconds`), longest).unref();
    void page.exposeFunction("codeAutomationLog", (_level, parts) => {
      const line = format(...parts);
      if (line.startsWith(MARK)) {
        tests = JSON.parse(line.slice(MARK.length));
        picture = keepPicture(page); // before the extension is put away
      } else lines.push(line);
      if (verbose) process.stderr.write(`${line}\n`);
    });
    void page.exposeFunction("codeAutomationExit", (status) => resolve(`the window ended with ${status}`));
  });
  await page.goto(address, { waitUntil: "commit" });
  const end = await ended;
  await (picture ?? keepPicture(page));
  if (tests?.length > 0) return tests;
  const why = [end, ...lines.slice(-40)].join("\n");
  return [{ title: "VS Code for the Web runs the suite to its end", outcome: "failed", why }];
}

async function keepPicture(page) {
  mkdirSync(artefacts, { recursive: true });
  await page.screenshot({ path: path.join(artefacts, "vscode-web.png") }).catch(() => undefined);
}

/** Begins the line with which the suite reports. */
const MARK = "concordat-tests ";
