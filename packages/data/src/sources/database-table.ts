import { readFile } from "node:fs/promises";
import { type DataProblem, problem } from "../problems.js";
import type { DatabaseTable } from "./database.js";
import type { DataFolder } from "./folder.js";
import type { DataManifest, SourceEntry } from "./manifest.js";

/** The table or query that a source names in `data.json`; what it needs beside that is read from the data folder. */
export async function databaseTable(
  folder: DataFolder,
  source: string,
  entry: SourceEntry,
  databases: NonNullable<DataManifest["databases"]>,
  manifest: string,
): Promise<{ table: DatabaseTable } | { problem: DataProblem }> {
  const known = Object.keys(databases);
  const name = entry.database ?? (known.length === 1 ? known[0]! : undefined);
  if (name === undefined || !Object.hasOwn(databases, name))
    return { problem: problem("database-which", manifest, { source, named: entry.database, known }) };
  const database = databases[name]!;
  const texts: { query?: string; certificate?: string } = {};
  for (const [what, file] of [["query", entry.query] as const, ["certificate", database.certificate] as const]) {
    if (file === undefined) continue;
    const read = await textOf(folder, file, manifest);
    if ("problem" in read) return read;
    texts[what] = read.text;
  }
  const { query, certificate } = texts;
  const schema = entry.schema ?? "public";
  return {
    table: {
      shown: `${name}: ${entry.query ?? `${schema}.${entry.table}`}`,
      name,
      database,
      from: query === undefined ? { schema, table: entry.table! } : { query },
      ...(certificate === undefined ? {} : { certificate }),
    },
  };
}

const MOST_CHARACTERS = 1_000_000;

async function textOf(
  folder: DataFolder,
  named: string,
  manifest: string,
): Promise<{ text: string } | { problem: DataProblem }> {
  const found = await folder.find(named);
  if ("wrong" in found) {
    const parameters = { named, folder: folder.name };
    if (found.wrong === "missing") return { problem: problem("named-file-missing", manifest, parameters) };
    return { problem: problem(found.wrong === "outside" ? "outside-folder" : "not-a-file", manifest, { named }) };
  }
  const bytes = await readFile(found.file.path).catch(() => undefined);
  if (bytes === undefined || bytes.length > MOST_CHARACTERS || bytes.includes(0))
    return { problem: problem("unreadable", named, { as: "text" }) };
  return { text: bytes.toString("utf8").replace(/^\ufeff/, "") };
}
