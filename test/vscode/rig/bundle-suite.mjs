/** Bundles the suite into the form that the extension host loads: one CommonJS file for each test file. */
import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { cache } from "./paths.mjs";

const suite = path.join(import.meta.dirname, "../suite");

export function suiteFiles() {
  return readdirSync(suite)
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => path.join(suite, name));
}

/** @returns the file to name as `extensionTestsPath` */
export async function bundleSuite() {
  const outdir = path.join(cache, "suite");
  rmSync(outdir, { recursive: true, force: true });
  const shared = {
    ...{ outdir, bundle: true, platform: "node", format: "cjs", target: "node20", outExtension: { ".js": ".cjs" } },
    ...{ external: ["vscode", "mocha"], sourcemap: "inline", logLevel: "warning" },
  };
  await build({ ...shared, entryPoints: suiteFiles(), outbase: suite });
  await build({ ...shared, entryPoints: [path.join(import.meta.dirname, "host-suite.mjs")] });
  return path.join(outdir, "host-suite.cjs");
}
