import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { filesIn, root } from "./files.js";

/** What each package may import: the arrows of ARCHITECTURE.md. What is absent here is forbidden. */
const MAY_IMPORT: Record<string, { packages: string[]; outside: RegExp; node: boolean }> = {
  model: { packages: [], outside: /^zod$/, node: false },
  language: { packages: ["model"], outside: /^(langium|chevrotain|csv-parse|vscode-languageserver)/, node: false },
  data: { packages: ["model"], outside: /^(@duckdb\/node-api|zod|yauzl|saxes|pg|pg-cursor)$/, node: true },
  calculators: { packages: ["model"], outside: /^$/, node: false },
  documents: { packages: ["model"], outside: /^$/, node: false },
  server: { packages: ["model", "language", "documents"], outside: /^(langium|vscode-languageserver)/, node: false },
  cli: {
    packages: ["model", "language", "data", "calculators", "documents", "server"],
    outside: /^(commander|diff|langium|vscode-languageserver)/,
    node: true,
  },
  vscode: {
    packages: ["model", "language", "documents", "calculators", "server"],
    outside: /^(vscode|vscode-languageclient|vscode-languageserver|langium|vscode-uri)/,
    node: true,
  },
};

/** Those of types alone leave nothing behind when the code runs. */
const importsOf = (file: string, running = false): string[] =>
  [
    ...(running ? withoutTypes(readFileSync(file, "utf8")) : readFileSync(file, "utf8")).matchAll(
      /^(?:import|export|\} from|\s*await import)\b(?:[^"\n]*\bfrom)?\s*\(?"([^"]+)"/gm,
    ),
  ].map((match) => match[1]!);

const withoutTypes = (text: string): string => text.replace(/^(import|export) type [^;]*;$/gms, "");

describe("imports run down the arrows", () => {
  for (const [name, allowed] of Object.entries(MAY_IMPORT)) {
    it(`packages/${name}`, () => {
      const folder = path.join(root, "packages", name, "src");
      const files = filesIn(folder, /\.ts$/).filter((file) => !file.startsWith("generated"));
      assert.ok(files.length > 0, "the package has files");
      const wrong: string[] = [];
      for (const file of files) {
        for (const target of importsOf(path.join(folder, file))) {
          if (target.startsWith(".")) {
            const resolved = path.resolve(folder, path.dirname(file), target);
            if (!resolved.startsWith(folder + path.sep)) wrong.push(`${file} → ${target}`);
          } else if (target.startsWith("@concordat/")) {
            const [, name, ...part] = target.split("/") as [string, string, ...string[]];
            if (![name, [name, ...part].join("/")].some((each) => allowed.packages.includes(each)))
              wrong.push(`${file} → ${target}`);
          } else if (target.startsWith("node:")) {
            if (!allowed.node) wrong.push(`${file} → ${target} (this package runs in a browser too)`);
          } else if (!allowed.outside.test(target)) wrong.push(`${file} → ${target}`);
        }
      }
      assert.deepEqual(wrong, []);
    });
  }

  it("every package of the workspace has its arrows here", () => {
    const { workspaces } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
      workspaces: string[];
    };
    assert.deepEqual(workspaces.map((folder) => path.basename(folder)).sort(), Object.keys(MAY_IMPORT).sort());
  });
});

describe("figures are read in a browser too", () => {
  it("from @concordat/data/figures no import leads to Node or to a data engine", () => {
    const folder = path.join(root, "packages/data/src");
    const reached = new Set<string>();
    const outside = new Set<string>();
    const follow = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const target of importsOf(file, true)) {
        if (target.startsWith(".")) follow(path.resolve(path.dirname(file), target.replace(/\.js$/, ".ts")));
        else outside.add(target);
      }
    };
    follow(path.join(folder, "figures-in-memory.ts"));
    assert.ok(reached.size > 20);
    assert.deepEqual([...outside].sort(), ["@concordat/model", "zod"]);
  });
});

describe("the rules plane holds no float", () => {
  it("packages/model calculates with exact fractions only", () => {
    const folder = path.join(root, "packages/model/src");
    const files = filesIn(folder, /^(numbers|nodes|evaluate)\/.*\.ts$/);
    const floats = files.filter((file) =>
      /parseFloat|Math\.(round|floor|ceil|fround|trunc)|toFixed\(\d+\)\)|Number\.parseFloat/.test(
        readFileSync(path.join(folder, file), "utf8"),
      ),
    );
    assert.deepEqual(floats, []);
  });
});
