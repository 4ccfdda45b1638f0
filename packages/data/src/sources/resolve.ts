import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { ContractModel } from "@concordat/model";
import { type DataProblem, problem } from "../problems.js";
import type { DatabaseTable } from "./database.js";
import { databaseTable, strayDatabaseSettings } from "./database-table.js";
import { type DataFile, DataFolder } from "./folder.js";
import { looksLikeTable, namesByConvention } from "./formats.js";
import { type DataManifest, MANIFEST_NAME, parseManifest, type SourceEntry } from "./manifest.js";
import { columnsOf, type Need, needsOf } from "./needs.js";

/** A source with its files, or with its table in a database. Neither: it is not there, and `absent` says so. */
export interface Source {
  readonly need: Need;
  /** What people call it: "spells.csv", "spells-*.csv". */
  readonly shown: string;
  readonly files: readonly DataFile[];
  readonly table?: DatabaseTable;
  readonly settings: SourceEntry;
  readonly absent?: string;
}

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

/** Sources and columns that the contract does not know: a slip in a name would otherwise leave out data in silence. */
function strangers(manifest: DataManifest, needs: readonly Need[], file: string): DataProblem[] {
  return Object.entries(manifest.sources).flatMap(([name, entry]) => {
    const need = needs.find((each) => each.name === name);
    if (!need) return [problem("unknown-source", file, { name, known: needs.map((each) => each.name) })];
    const known = columnsOf(need);
    const columns = Object.keys(entry.columns ?? {}).filter((column) => !known.includes(column));
    const ways = [entry.file, entry.files, entry.glob, entry.table, entry.query];
    return [
      ...(ways.filter((said) => said !== undefined).length > 1
        ? [problem("file-or-glob", file, { source: name })]
        : []),
      ...strayDatabaseSettings(name, entry, file),
      ...columns.map((column) => problem("unknown-column", file, { source: name, name: column, known })),
    ];
  });
}

type Files = { source: Pick<Source, "shown" | "files" | "table" | "absent">; problems: DataProblem[] };

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

async function filesOf(folder: DataFolder, need: Need, settings: SourceEntry, manifest: string): Promise<Files> {
  const named = settings.glob ?? settings.file ?? settings.files?.join(", ");
  const byConvention = named === undefined;
  const shown = named ?? `${need.name}.csv`;
  const without = (...problems: DataProblem[]): Files => ({
    source: { shown, files: [], absent: `there is no ${shown} in ${folder.name}` },
    problems,
  });
  const candidates = byConvention
    ? namesByConvention(need.name).filter((name) => name !== manifest)
    : await namesOf(folder, settings);
  if (candidates === "outside") return without(problem("outside-folder", manifest, { named: shown }));
  const found = await Promise.all(candidates.map(async (name) => ({ name, ...(await folder.find(name)) })));
  for (const each of found) {
    if ("wrong" in each && each.wrong === "outside")
      return without(problem("outside-folder", each.name, { named: each.name }));
    if ("wrong" in each && each.wrong === "not-a-file")
      return without(problem("not-a-file", each.name, { named: each.name }));
  }
  const files = found.flatMap((each) => ("file" in each ? [each.file] : []));
  const lacking = settings.files === undefined ? undefined : found.find((each) => "wrong" in each)?.name;
  if (lacking !== undefined) {
    return without(problem("named-file-missing", manifest, { named: lacking, folder: folder.name }));
  }
  if (files.length === 0) {
    const what = need.role === "records" ? "all that is counted from it is" : "its figures are";
    const named = { named: shown, folder: folder.name };
    return without(
      byConvention
        ? problem("file-missing", shown, { ...named, what })
        : problem("named-file-missing", manifest, named),
    );
  }
  if (byConvention && files.length > 1) {
    return without(problem("two-files", shown, { first: files[0]!.name, second: files[1]!.name }));
  }
  return { source: { shown: byConvention ? files[0]!.name : shown, files }, problems: [] };
}

async function namesOf(folder: DataFolder, { file, files, glob }: SourceEntry): Promise<string[] | "outside"> {
  return glob === undefined ? [...new Set(files ?? [file!])] : folder.matching(glob);
}

/** Tables that nothing reads: a misspelt name is seen here. */
async function notRead(
  folder: DataFolder,
  contract: ContractModel,
  sources: readonly Source[],
): Promise<DataProblem[]> {
  const read = new Set([
    ...sources.flatMap((source) => source.files.map((file) => file.name)),
    ...contract.participants.flatMap((set) => (set.file === undefined ? [] : [basename(set.file)])),
  ]);
  const known = sources.map((source) => source.shown);
  return (await folder.list())
    .filter((name) => looksLikeTable(name) && !read.has(name))
    .map((name) => problem("file-not-read", name, { known }));
}
