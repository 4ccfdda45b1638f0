/**
 * Builds what the extension is in a browser into dist/web/: `node packages/vscode/build-web.mjs`. The extension is a script
 * that VS Code's worker calls with `require` for `vscode` alone; the language server is a script of a worker of its own.
 */
import { builtinModules } from "node:module";
import path from "node:path";
import { build } from "esbuild";

const here = import.meta.dirname;
const bundles = [
  { name: "extension.cjs", entry: "src/web/extension-web.ts", format: "cjs", external: ["vscode"] },
  { name: "server.js", entry: "src/web/server-web.ts", format: "iife", external: [] },
];

/** @returns {Promise<{ name: string, bytes: number }[]>} */
export async function buildWeb() {
  return Promise.all(
    bundles.map(async ({ name, entry, format, external }) => {
      const { metafile } = await build({
        entryPoints: [path.join(here, entry)],
        outfile: path.join(here, `dist/web/${name}`),
        ...{ bundle: true, minify: true, platform: "browser", target: "es2022", format, external },
        ...{ legalComments: "none", logLevel: "warning", metafile: true },
      });
      const found = ofNode(metafile);
      if (found.length > 0) throw new Error(`In a browser there is no ${found.join(", ")}, which web/${name} needs`);
      const [{ bytes }] = Object.values(metafile.outputs);
      return { name: `web/${name}`, bytes };
    }),
  );
}

/** Modules of Node that a bundle asks for, also where a package replaces them by nothing. */
function ofNode({ inputs, outputs }) {
  const replaced = Object.keys(inputs).flatMap((file) => /^\(disabled\):(.*)/.exec(file)?.[1] ?? []);
  const asked = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path: name }) => name));
  return [...replaced, ...asked].filter((name) => name.startsWith("node:") || builtinModules.includes(name));
}

if (process.argv[1] === import.meta.filename) for (const { name, bytes } of await buildWeb()) console.log(name, bytes);
