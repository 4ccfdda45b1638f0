import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { ContractModel } from "@concordat/model";
import { type DataProblem, problem } from "../problems.js";
import { databaseTable } from "./database-table.js";
import { type Files, filesOf, notRead } from "./files-of.js";
import { DataFolder } from "./folder.js";
import { type DataManifest, MANIFEST_NAME, parseManifest, type SourceEntry } from "./manifest.js";
import { type Need, needsOf } from "./needs.js";
import type { Source } from "./source.js";
import { strangers } from "./strangers.js";

export type { Source } from "./source.js";

export interface Resolved {
  readonly sources: readonly Source[];
  readonly knownTo?: string | undefined;
  /** The manifest's name and SHA-256. */
  readonly manifest?: readonly [string, string];
  readonly problems: readonly DataProblem[];
}

/** Finds the files of a contract in a folder, by its `data.json` or by the convention `<name>.csv`, `<name>.parquet` and so on. */
export async function resolveSources(contract: ContractModel, at: string): Promise<Resolved> {
  const place = await stat(at).catch(() => undefined);
  if (place === undefined)
    return { sources: [], problems: [problem("no-such-folder", undefined, { path: basename(at) })] };
  const folder = await DataFolder.at(place.isDirectory() ? at : dirname(at));
  const problems: DataProblem[] = [];
  const needs = needsOf(contract);
  const read = await readManifest(folder, place.isDirectory() ? MANIFEST_NAME : basename(at), !place.isDirectory());
  if ("problems" in read) return { sources: [], problems: read.problems };
  const manifest: DataManifest = read.manifest ?? { sources: {} };
  problems.push(...strangers(manifest, needs, read.name));
  const sources: Source[] = [];
  for (const need of needs) {
    const settings = Object.hasOwn(manifest.sources, need.name) ? manifest.sources[need.name]! : {};
    const found = isInDatabase(settings)
      ? await tableOf(folder, need, settings, manifest, read.name)
      : await filesOf(folder, need, settings, read.name);
    problems.push(...found.problems);
    sources.push({ need, settings, ...found.source });
  }
  problems.push(...(await notRead(folder, contract, sources)));
  return {
    sources,
    problems,
    ...(manifest["known-to"] === undefined ? {} : { knownTo: manifest["known-to"] }),
    ...(read.sha256 === undefined ? {} : { manifest: [read.name, read.sha256] as const }),
  };
}

type Manifest = { name: string; manifest?: DataManifest; sha256?: string } | { problems: DataProblem[] };

async function readManifest(folder: DataFolder, name: string, required: boolean): Promise<Manifest> {
  const found = await folder.find(name);
  if ("wrong" in found) {
    if (found.wrong === "missing" && !required) return { name };
    return { problems: [problem(found.wrong === "outside" ? "outside-folder" : "not-a-file", name, { named: name })] };
  }
  if ((await stat(found.file.path)).size > 1_000_000) {
    return { problems: [problem("manifest-wrong", name, { at: "", what: "is too long to be a data.json" })] };
  }
  const bytes = await readFile(found.file.path).catch(() => undefined);
  if (bytes === undefined) return { problems: [problem("manifest-wrong", name, { at: "", what: "cannot be opened" })] };
  const reading = parseManifest(bytes.toString("utf8"));
  if ("wrong" in reading) return { problems: reading.wrong.map((wrong) => problem("manifest-wrong", name, wrong)) };
  return { name, manifest: reading.manifest, sha256: createHash("sha256").update(bytes).digest("hex") };
}

const isInDatabase = ({ table, query }: SourceEntry): boolean => table !== undefined || query !== undefined;

async function tableOf(
  folder: DataFolder,
  { name }: Need,
  settings: SourceEntry,
  { databases = {} }: DataManifest,
  manifest: string,
): Promise<Files> {
  const found = await databaseTable(folder, name, settings, databases, manifest);
  if ("table" in found) return { source: { shown: found.table.shown, files: [], table: found.table }, problems: [] };
  const shown = settings.query ?? settings.table!;
  return { source: { shown, files: [], absent: `${shown} could not be read` }, problems: [found.problem] };
}
