import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { DataResult } from "@concordat/data";
import type { ContractModel } from "@concordat/model";

/** What a process that read a folder says of it. */
export type Said = Pick<DataResult, "quarantine" | "problems"> & {
  readonly quality: DataResult["data"]["quality"];
};

/** The engine has 200 MB, and the program some for itself; what a file holds or claims may not add to that. */
const CEILING = 520_000_000;

/** Reads the folder in a process of its own, which must end well and keep within the ceiling. */
export async function readInChild(contract: ContractModel, folder: string): Promise<Said> {
  const model = join(folder, "..", `${folder.split("/").at(-1)}.contract`);
  writeFileSync(model, JSON.stringify(contract));
  const child = spawn(
    process.execPath,
    ["--max-old-space-size=256", join(import.meta.dirname, "child.mjs"), folder, model, "200MB"],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => (said.out += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (said.err += text));
  const [status, signal] = await once(child, "close");
  assert.deepEqual([status, signal, said.err], [0, null, ""]);
  const { memory, ...result } = JSON.parse(said.out) as Said & { readonly memory: number };
  assert.ok(memory < CEILING, `it took ${Math.round(memory / 1e6)} MB`);
  return result;
}

/** Writes text piece by piece: `times` times the same, between two others. */
export async function writeLong(path: string, before: string, piece: string, times: number, after = ""): Promise<void> {
  const pieces = function* () {
    yield before;
    for (let time = 0; time < times; time++) yield piece;
    yield after;
  };
  await pipeline(Readable.from(pieces()), createWriteStream(path));
}
