/**
 * Runs the suite for the web in a browser: VS Code for the Web, the extension in its worker, a folder that is on no disk as
 * far as the extension can tell. A picture of the window at the end goes to artefacts/.
 */
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { format } from "node:util";
import { bundleWebSuite } from "./bundle-web-suite.mjs";
import { installWeb } from "./install-web.mjs";
import { artefacts, cache, extension, root } from "./paths.mjs";
import { launchBrowser } from "./window.mjs";

const longest = Number(process.env.CONCORDAT_VSCODE_TIMEOUT_MS ?? 300_000);
const verbose = process.env.CONCORDAT_VSCODE_VERBOSE === "1";

/** @returns {Promise<object[]>} how each test came out, as `collect` says it */
export async function suiteInTheWeb() {
  const { testWeb, build, browser: executable } = installWeb();
  const suite = await bundleWebSuite();
  const port = await freePort();
  const said = console.log;
  console.log = verbose ? said : () => undefined; // the server tells every start
  const server = await testWeb.open({
    ...build,
    ...{ browserType: "none", host: "localhost", port },
    ...{ extensionDevelopmentPath: extension, extensionTestsPath: suite, folderPath: freshFolder() },
  });
  console.log = said;
  const browser = await launchBrowser({ browser: executable });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    return await report(page, `http://localhost:${port}/`);
  } finally {
    await browser.close();
    server.dispose();
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

/** The fixture of the desktop, and an example that imports a library and reads its practices from a table. */
function freshFolder() {
  const folder = path.join(cache, "web-fixture");
  rmSync(folder, { recursive: true, force: true });
  cpSync(path.join(root, "test/vscode/fixture"), folder, { recursive: true });
  const example = path.join(root, "examples/end-of-life");
  cpSync(example, path.join(folder, "end-of-life"), {
    recursive: true,
    filter: (file) => !/[/\\](data|out)$/.test(file),
  });
  return folder;
}

/** The server of the tests takes no port of the system's choosing. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "localhost", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
