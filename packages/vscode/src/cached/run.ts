import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Script } from "node:vm";
import { isOwn } from "./folder.js";

/** What a file is run with, as Node's own loader gives it. */
type Wrapped = (
  exports: unknown,
  require: NodeJS.Require,
  module: { exports: unknown },
  file: string,
  folder: string,
) => void;

export interface Running<T> {
  readonly exports: T;
  /** Keeps for the next start what is compiled by now. False where it is kept already, or cannot be. */
  save(): boolean;
}

/**
 * Runs a script of Node from what an earlier start compiled, and otherwise as Node does. `fingerprint` tells one text of the
 * script from any other; the engine itself sees to it that it is of the same version and options.
 */
export function runCached<T>(script: {
  readonly file: string;
  readonly fingerprint: string;
  readonly folder: string | undefined;
  readonly require: NodeJS.Require;
}): Running<T> {
  const { file, folder, require } = script;
  const kept = folder && path.join(folder, `${nameOf(script.fingerprint)}${ENDING}`);
  const before = kept ? read(kept) : undefined;
  const text = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, "utf8")}\n})`;
  const compiled = new Script(text, { filename: file, ...(before ? { cachedData: before } : {}) });
  const module = { exports: {} as T };
  (compiled.runInThisContext() as Wrapped)(module.exports, require, module, file, path.dirname(file));
  const isNeeded = kept !== undefined && (before === undefined || compiled.cachedDataRejected === true);
  return { exports: module.exports, save: () => isNeeded && write(kept, compiled.createCachedData()) };
}

const ENDING = ".v8";
const DIGEST = 32; // bytes of SHA-256

function nameOf(fingerprint: string): string {
  const { arch, versions } = process;
  return createHash("sha256").update([fingerprint, arch, versions.node, versions.v8].join("\n")).digest("hex");
}

const digest = (data: Uint8Array): Buffer => createHash("sha256").update(data).digest();

/** The engine does not survive every damage to what it is given: a file that was cut or altered is not used. */
function read(file: string): Buffer | undefined {
  try {
    if (!isOwn(file)) return undefined;
    const whole = readFileSync(file);
    const data = whole.subarray(DIGEST);
    return digest(data).equals(whole.subarray(0, DIGEST)) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all, whoever else is starting at the same time. */
function write(file: string, data: Buffer): boolean {
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, Buffer.concat([digest(data), data]), { mode: 0o600, flag: "wx" });
    renameSync(unfinished, file);
    removeOld(path.dirname(file));
    return true;
  } catch {
    rmSync(unfinished, { force: true });
    return false;
  }
}

const LONG = 90 * 24 * 60 * 60 * 1000;

/** Earlier versions leave theirs behind; one that is still in use is made again at its next start. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (name.includes(ENDING) && Date.now() - statSync(file).mtimeMs > LONG) rmSync(file, { force: true });
  }
}
