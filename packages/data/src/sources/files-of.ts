import type { ContractModel } from "@concordat/model";
import { type DataProblem, problem } from "../problems.js";
import type { Folder } from "./data-file.js";
import { namesExtract } from "./extracts.js";
import { looksLikeTable, namesByConvention } from "./formats.js";
import type { SourceEntry } from "./manifest.js";
import type { Need } from "./needs.js";
import type { Source } from "./source.js";
import { templateName } from "./template.js";

export type Files = { source: Pick<Source, "shown" | "files" | "table" | "absent">; problems: DataProblem[] };

/** The files of a source: those that `data.json` names, or the one that is called after it. */
export async function filesOf(folder: Folder, need: Need, settings: SourceEntry, manifest: string): Promise<Files> {
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
  const by = (name: string): string => (byConvention ? name : manifest);
  for (const each of found) {
    if ("wrong" in each && each.wrong === "outside")
      return without(problem("outside-folder", by(each.name), { named: each.name }));
    if ("wrong" in each && each.wrong === "not-a-file")
      return without(problem("not-a-file", by(each.name), { named: each.name }));
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

async function namesOf(folder: Folder, { file, files, glob }: SourceEntry): Promise<string[] | "outside"> {
  return glob === undefined ? [...new Set(files ?? [file!])] : folder.matching(glob);
}

/** Tables that nothing reads: a misspelt name is seen here. */
export async function notRead(
  folder: Folder,
  contract: ContractModel,
  sources: readonly Source[],
  entries: readonly SourceEntry[],
): Promise<DataProblem[]> {
  const read = new Set([
    ...sources.flatMap((source) => source.files.map((file) => file.name)),
    ...contract.participants.flatMap((set) => (set.file === undefined ? [] : [set.file.split("/").at(-1)!])),
  ]);
  const known = sources.map((source) => source.shown);
  const passed = (name: string): boolean =>
    read.has(name) || name === templateName(contract.name) || entries.some((entry) => namesExtract(entry, name));
  return (await folder.list())
    .filter((name) => looksLikeTable(name) && !passed(name))
    .map((name) => problem("file-not-read", name, { known }));
}
