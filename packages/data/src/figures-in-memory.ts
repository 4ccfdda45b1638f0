import type { ContractModel } from "@concordat/model";
import { readFigures } from "./figures/read-figures.js";
import { digestLine } from "./files/digest-line.js";
import { membersTable } from "./members-table.js";
import { type MemoryFile, readCsv } from "./memory/csv.js";
import { MemoryFolder } from "./memory/folder.js";
import { Memory } from "./memory/load.js";
import { type DataProblem, problem } from "./problems.js";
import { type DataResult, QUARANTINE_LIMIT, result } from "./read-result.js";
import type { SourceRead } from "./read-source.js";
import { unreadRecords } from "./records/unread-records.js";
import { filesOf, notRead } from "./sources/files-of.js";
import { formatOf } from "./sources/formats.js";
import { type DataManifest, MANIFEST_NAME, parseManifest } from "./sources/manifest.js";
import { keysOf, needsOf } from "./sources/needs.js";
import type { Source } from "./sources/source.js";
import { strangers } from "./sources/strangers.js";

/** A file that somebody has read: its name in the data folder, with `/`, and its bytes or its text. */
export interface GivenFile {
  readonly name: string;
  readonly content: Uint8Array | string;
}

/**
 * Reads the figures of a contract from CSV files that are in memory, without Node and without a data engine: what
 * `readOutcomeData` gives for a folder of these files, values, quarantine and problems. A `data.json` among them counts.
 * What else a contract may read, records and other formats, is a problem that says so, and settles nothing.
 */
export async function readFiguresInMemory(
  contract: ContractModel,
  files: readonly GivenFile[],
  folderName = "the data folder",
): Promise<DataResult> {
  const all = new Map(files.map(({ name, content }) => [name, bytesOf(content)]));
  const folder = new MemoryFolder(folderName, all);
  const digests = new Map<string, string>();
  const given = all.get(MANIFEST_NAME);
  const manifest = given === undefined ? { sources: {} } : await readManifest(given, digests);
  if ("wrong" in manifest) return result([], manifest.wrong, await digestOf(new Map()));
  const needs = needsOf(contract);
  const problems = strangers(manifest, needs, MANIFEST_NAME);
  const sources: Source[] = [];
  for (const need of needs) {
    const settings = Object.hasOwn(manifest.sources, need.name) ? manifest.sources[need.name]! : {};
    const found = await filesOf(folder, need, settings, MANIFEST_NAME);
    const inDatabase = settings.table !== undefined || settings.query !== undefined;
    problems.push(...(inDatabase ? [beyond(MANIFEST_NAME, `${need.name} is read from a database`)] : found.problems));
    sources.push({ need, settings, ...found.source });
  }
  problems.push(...(await notRead(folder, contract, sources)));
  const memory = new Memory((table) => keysIn(contract, table));
  const reads: SourceRead[] = [];
  let listed = 0;
  for (const source of sources) {
    const read = await readSource(source, { folder, memory, contract, digests, details: QUARANTINE_LIMIT - listed });
    listed += read.loaded?.quarantine.length ?? 0;
    reads.push(read);
  }
  return result(reads, problems, await digestOf(digests));
}

interface Reading {
  readonly folder: MemoryFolder;
  readonly memory: Memory;
  readonly contract: ContractModel;
  readonly digests: Map<string, string>;
  readonly details: number;
}

async function readSource(
  source: Source,
  { folder, memory, contract, digests, details }: Reading,
): Promise<SourceRead> {
  const { need, settings } = source;
  if (need.role === "records") {
    const values = unreadRecords(source, need, contract);
    const problems = source.files.map(({ name }) => beyond(name, `Metrics are worked out from ${name}`));
    return { values, problems };
  }
  const files: MemoryFile[] = [];
  const problems: DataProblem[] = [];
  for (const file of source.files) {
    const bytes = folder.bytes(file);
    digests.set(file.name, await sha256(bytes));
    const isPlain = formatOf(file.name) === "csv" && !file.gzip;
    const read = isPlain ? readCsv(file.name, bytes, settings) : beyond(file.name, "The file is not a plain CSV file");
    if ("id" in read) problems.push(read);
    else files.push(read);
  }
  const { unique, refersTo, addsUp, totals } = settings;
  if ([unique, refersTo, addsUp, totals].some((rule) => rule !== undefined))
    problems.push(beyond(source.shown, `data.json asks for further checks of ${need.name}`));
  if (files.length === 0 || problems.length > 0) return { values: [], problems };
  const cells = { currency: contract.currency, membersTable };
  const context = { contract, cells, details, keeps: [], keptKeys: new Set<string>() };
  return readFigures(source, need, files, context, memory);
}

const beyond = (file: string, what: string): DataProblem => problem("needs-program", file, { what });

async function readManifest(
  bytes: Uint8Array,
  digests: Map<string, string>,
): Promise<DataManifest | { wrong: DataProblem[] }> {
  const wrong = (at: string, what: string) => problem("manifest-wrong", MANIFEST_NAME, { at, what });
  if (bytes.length > 1_000_000) return { wrong: [wrong("", "is too long to be a data.json")] };
  const reading = parseManifest(new TextDecoder().decode(bytes));
  if ("wrong" in reading) return { wrong: reading.wrong.map(({ at, what }) => wrong(at, what)) };
  digests.set(MANIFEST_NAME, await sha256(bytes));
  return reading.manifest;
}

function keysIn(contract: ContractModel, table: string): ReadonlySet<string> | undefined {
  const axes = new Set(contract.figures.flatMap(({ axes }) => axes));
  const axis = [...axes].find((each) => membersTable(each) === table);
  return axis === undefined ? undefined : new Set(keysOf(contract, axis));
}

const bytesOf = (content: Uint8Array | string): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** As of files on a disk: over their names and digests, sorted by name. */
const digestOf = (files: ReadonlyMap<string, string>): Promise<string> =>
  sha256(
    bytesOf(
      [...files]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(digestLine)
        .join(""),
    ),
  );
