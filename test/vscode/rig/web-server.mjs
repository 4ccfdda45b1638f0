/** Serves VS Code for the Web with the extension, and a folder that is on no disk as far as the extension can tell. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { installWeb } from "./install-web.mjs";
import { cache, extension, root } from "./paths.mjs";

const verbose = process.env.CONCORDAT_VSCODE_VERBOSE === "1";

/** @param {{ extensionTestsPath?: string }} options the suite that the window runs as soon as it is open, if any */
export async function startWebServer(options = {}) {
  const { testWeb, build, browser } = installWeb();
  const port = await freePort();
  const said = console.log;
  console.log = verbose ? said : () => undefined; // the server tells every start
  const server = await testWeb.open({
    ...build,
    ...{ browserType: "none", host: "localhost", port },
    ...{ extensionDevelopmentPath: extension, folderPath: freshFolder(), ...options },
  });
  console.log = said;
  return { address: `http://localhost:${port}/`, browser, stop: () => server.dispose() };
}

/** Of the folder: a window in a browser saves by itself, and a test means what it wrote for itself alone. */
const settings = { "files.autoSave": "off" };

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
  mkdirSync(path.join(folder, ".vscode"));
  writeFileSync(path.join(folder, ".vscode/settings.json"), JSON.stringify(settings));
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
