/** The package that is installed: what it carries, and how large it is. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { extension } from "./rig/paths.mjs";

describe("the package of the extension", () => {
  const [name] = readdirSync(extension).filter((file) => file.endsWith(".vsix"));
  const vsix = path.join(extension, name ?? "none");
  const files = () => execFileSync("unzip", ["-Z1", vsix], { encoding: "utf8" }).trim().split("\n");
  const read = (file) => execFileSync("unzip", ["-p", vsix, `extension/${file}`], { encoding: "utf8", maxBuffer: 1e8 });

  it("is smaller than two megabytes", () => {
    assert.ok(statSync(vsix).size < 2_000_000, `${statSync(vsix).size} bytes`);
  });

  it("carries every file that it says it has", () => {
    const inside = new Set(files());
    const manifest = JSON.parse(read("package.json"));
    const named = [...JSON.stringify(manifest).matchAll(/"(?:\.\/)((?:dist|media)\/[^"]+|[a-z-]+\.json)"/g)];
    assert.ok(named.length > 1);
    for (const [, file] of named) assert.ok(inside.has(`extension/${file}`), file);
    assert.ok(inside.has("extension/LICENSE.txt") && inside.has("extension/readme.md"));
  });

  it("carries no data engine, no other package and no source", () => {
    for (const file of files()) assert.doesNotMatch(file, /node_modules|duckdb|\.ts$|\.map$/i);
    for (const name of ["extension", "server", "server-main"])
      assert.doesNotMatch(read(`dist/${name}.cjs`), /duckdb\.node/);
  });

  it("offers each command under its name, and only where it makes sense", () => {
    const { contributes } = JSON.parse(read("package.json"));
    const when = new Map(contributes.menus.commandPalette.map((item) => [item.command, item.when]));
    const anywhere = contributes.commands.filter(({ command, title, category }) => {
      assert.ok(title && category === "Concordat", command);
      return !when.has(command);
    });
    assert.deepEqual(
      anywhere.map(({ title }) => title),
      ["New contract", "Open an example", "Get started"],
    );
  });

  it("asks for nothing outside: no address, no telemetry", () => {
    const { scripts, ...manifest } = JSON.parse(read("package.json"));
    assert.doesNotMatch(JSON.stringify(manifest), /https?:|telemetry/i);
    assert.doesNotMatch(read("dist/preview/page.js"), /https?:\/\/(?!www\.w3\.org)|fetch\(|XMLHttpRequest|eval\(/);
    assert.doesNotMatch(readFileSync(path.join(extension, "dist/extension.cjs"), "utf8"), /createTelemetryLogger\(/);
  });
});
