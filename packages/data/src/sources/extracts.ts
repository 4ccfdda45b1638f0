import { isDate, showDate } from "@concordat/model";
import { type DataProblem, problem } from "../problems.js";
import type { Folder } from "./data-file.js";
import type { Extract } from "./extract-settings.js";
import { namesByConvention } from "./formats.js";
import type { DataManifest, SourceEntry } from "./manifest.js";
import type { Source } from "./source.js";

/** A source by the extract that counts; or none, because nothing was known by then, or nobody can tell. */
export type Chosen =
  | { readonly settings: SourceEntry }
  | { readonly settings: SourceEntry; readonly absent: string; readonly problem: DataProblem };

/**
 * The latest extract of a source, or the latest that had been made by a day. An extract without a day was known on no day
 * that could be named, so asking for one refuses it.
 */
export async function chosenExtract(
  name: string,
  entry: SourceEntry,
  folder: Folder,
  knownOn: string | undefined,
): Promise<Chosen> {
  const { extracts, ...settings } = entry;
  if (extracts !== undefined) {
    const all = typeof extracts === "string" ? await byFileName(extracts, folder) : extracts;
    const known = all.filter(({ extracted }) => knownOn === undefined || extracted <= knownOn);
    const latest = [...known].sort((a, b) => (a.extracted < b.extracted ? -1 : 1)).at(-1);
    if (latest !== undefined) return { settings: { ...settings, ...latest } };
    return notKnown(name, settings, typeof extracts === "string" && all.length === 0 ? undefined : knownOn, extracts);
  }
  if (knownOn === undefined) return { settings };
  if (settings.extracted === undefined) {
    if (!(await mayBeThere(name, settings, folder))) return { settings };
    const absent = `nobody says when ${name} was extracted`;
    return { settings, absent, problem: problem("extract-undated", undefined, { name, day: showDate(knownOn) }) };
  }
  return settings.extracted <= knownOn ? { settings } : notKnown(name, settings, knownOn);
}

function notKnown(
  name: string,
  settings: SourceEntry,
  knownOn: string | undefined,
  extracts?: SourceEntry["extracts"],
): Chosen {
  if (knownOn === undefined) {
    const absent = `there is no extract ${String(extracts)}`;
    return { settings, absent, problem: problem("no-extract", undefined, { name, pattern: String(extracts) }) };
  }
  const day = showDate(knownOn);
  const absent = `no extract of ${name} had been made by ${day}`;
  return { settings, absent, problem: problem("not-known-yet", undefined, { name, day }) };
}

/**
 * What a manifest that lists extracts says of those that are read: another that is added later changes nothing in what was
 * known before. Undefined where it lists none, and counts as it lies.
 */
export function partRead(manifest: DataManifest, sources: readonly Source[]): string | undefined {
  if (!Object.values(manifest.sources).some(({ extracts }) => extracts !== undefined)) return undefined;
  const read = Object.fromEntries(sources.map(({ need, settings }) => [need.name, settings]));
  return JSON.stringify({ ...manifest, sources: read });
}

/** Whether a file is one of the extracts of a source, read or not. */
export function namesExtract({ extracts = [] }: SourceEntry, file: string): boolean {
  if (typeof extracts !== "string")
    return extracts.some((each) => each.file === file || each.files?.includes(file) || fits(each.glob, file));
  return fits(extracts.replace("{date}", "*"), file);
}

function fits(glob: string | undefined, file: string): boolean {
  const [before = "", after] = glob?.split("*") ?? [];
  return after === undefined ? glob === file : file.startsWith(before) && file.endsWith(after);
}

/** The files whose names are a pattern with a day in it. */
async function byFileName(pattern: string, folder: Folder): Promise<Extract[]> {
  const [before = "", after = ""] = pattern.split("{date}");
  const matching = await folder.matching(`${before}*${after}`);
  if (matching === "outside") return [];
  return matching.flatMap((file) => {
    const extracted = file.slice(before.length, file.length - after.length);
    return /^\d{4}-\d{2}-\d{2}$/.test(extracted) && isDate(extracted) ? [{ extracted, file }] : [];
  });
}

/** Whether there is an extract to be dated: what is named nowhere and has no file is not reported, whenever one asks. */
async function mayBeThere(name: string, settings: SourceEntry, folder: Folder): Promise<boolean> {
  const { file, files, glob, table, query } = settings;
  if ([file, files, glob, table, query].some((each) => each !== undefined)) return true;
  const found = await Promise.all(namesByConvention(name).map((each) => folder.find(each)));
  return found.some((each) => "file" in each);
}
