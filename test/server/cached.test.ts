import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { cacheFolder } from "../../packages/vscode/src/cached/folder.js";
import { runCached } from "../../packages/vscode/src/cached/run.js";
import { Folder } from "./client.js";

interface Sum {
  sum(numbers: readonly number[]): number;
}
const SCRIPT = "exports.sum = (numbers) => numbers.reduce((a, b) => a + b, 0); exports.at = __filename;";

describe("a start from what an earlier one has compiled", () => {
  let home: Folder;
  let caches: string;
  beforeEach(() => {
    home = new Folder();
    home.write("script.cjs", SCRIPT);
    caches = cacheFolder({ XDG_CACHE_HOME: home.path })!;
  });
  afterEach(() => home.remove());

  /** What the script answers, and whether anything was kept for the next start. */
  function start({ fingerprint = "first", folder = caches as string | null } = {}) {
    const file = path.join(home.path, "script.cjs");
    const running = runCached<Sum>({ file, fingerprint, folder: folder ?? undefined, require: createRequire(file) });
    const answer = running.exports.sum([1, 2, 3]);
    const kept = running.save();
    return { answer, kept };
  }
  const keptFiles = () => readdirSync(caches).map((name) => path.join(caches, name));

  it("keeps it once, and the next start has it", () => {
    assert.deepEqual(start(), { answer: 6, kept: true });
    assert.equal(keptFiles().length, 1);
    assert.deepEqual(start(), { answer: 6, kept: false });
  });

  it("uses nothing that was damaged, and puts it right", () => {
    start();
    const [file] = keptFiles();
    const whole = readFileSync(file!);
    const altered = Buffer.from(whole);
    altered[whole.length >> 1]! ^= 1;
    for (const damaged of [altered, whole.subarray(0, whole.length >> 1), Buffer.alloc(0)]) {
      writeFileSync(file!, damaged);
      assert.deepEqual(start(), { answer: 6, kept: true });
      assert.deepEqual(start(), { answer: 6, kept: false });
    }
  });

  it("uses nothing that another text of the script left", () => {
    start();
    // As long as the other: the engine by itself would take the one for the other.
    home.write("script.cjs", SCRIPT.replace("a + b", "a * b"));
    assert.deepEqual(start({ fingerprint: "second" }), { answer: 0, kept: true });
  });

  it("starts where there is no place to keep anything", () => {
    assert.deepEqual(start({ folder: null }), { answer: 6, kept: false });
    assert.deepEqual(start({ folder: path.join(home.path, "nowhere") }), { answer: 6, kept: false });
  });

  it("keeps it where nobody else can write", function () {
    if (process.getuid === undefined) this.skip();
    start();
    chmodSync(keptFiles()[0]!, 0o666);
    assert.equal(start().kept, true, "a file that others may write to is not run");
    chmodSync(caches, 0o777);
    assert.equal(cacheFolder({ XDG_CACHE_HOME: home.path }), undefined);
    const elsewhere = path.join(home.path, "elsewhere");
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, path.join(elsewhere, "concordat"));
    assert.equal(cacheFolder({ XDG_CACHE_HOME: elsewhere }), undefined);
  });
});
