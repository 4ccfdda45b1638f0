/**
 * Builds the extension into dist/: `node packages/vscode/build.mjs`. The client and the language server are one bundle
 * each, so that the extension carries no node_modules.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { buildWeb } from "./build-web.mjs";
import { editorSchema } from "./data-schema.mjs";

const here = import.meta.dirname;
const root = path.resolve(here, "../..");
const dist = path.join(here, "dist");

/** Never part of an editor: the data engine is the command line's. */
const foreign = /node_modules\/@duckdb\//;

export async function buildExtension() {
  const projects = [here, path.join(here, "src/web"), path.join(here, "webview")];
  execFileSync(process.execPath, [path.join(root, "node_modules/typescript/bin/tsc"), "-b", ...projects], {
    stdio: "inherit",
  });
  await bundle("extension", { external: ["vscode"] });
  const server = await bundle("server-main");
  const fingerprint = createHash("sha256").update(server).digest("hex");
  await bundle("server", { define: { FINGERPRINT: JSON.stringify(fingerprint) } });
  await build({
    entryPoints: [path.join(here, "webview/main.ts")],
    outfile: path.join(dist, "preview/page.js"),
    ...{ bundle: true, minify: true, platform: "browser", format: "iife", target: "es2022", logLevel: "warning" },
  });
  cpSync(path.join(here, "webview/page.css"), path.join(dist, "preview/page.css"));
  const sizes = (await buildWeb()).map(({ name, bytes }) => `${name} ${Math.round(bytes / 1000)} kB`);
  console.log(`For the browser: ${sizes.join(", ")}`);
  mkdirSync(path.join(dist, "syntaxes"), { recursive: true });
  cpSync(path.join(root, "syntaxes/concordat.tmLanguage.json"), path.join(dist, "syntaxes/concordat.tmLanguage.json"));
  const schema = JSON.parse(readFileSync(path.join(root, "docs/schema/data-manifest.schema.json"), "utf8"));
  writeFileSync(path.join(dist, "data.schema.json"), JSON.stringify(editorSchema(schema)));
}

/** @returns the text of the bundle */
async function bundle(name, options = {}) {
  const outfile = path.join(dist, `${name}.cjs`);
  const { metafile } = await build({
    ...{ entryPoints: [path.join(here, `src/${name}.ts`)], outfile },
    ...{ bundle: true, minify: true, platform: "node", format: "cjs", target: "node20" },
    ...{ legalComments: "none", logLevel: "warning", metafile: true, ...options },
  });
  const found = Object.keys(metafile.inputs).find((file) => foreign.test(file));
  if (found) throw new Error(`${name}.cjs would carry ${found}`);
  return readFileSync(outfile, "utf8");
}

if (process.argv[1] === import.meta.filename) await buildExtension();
