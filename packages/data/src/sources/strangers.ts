import { type DataProblem, problem } from "../problems.js";
import type { DataManifest, SourceEntry } from "./manifest.js";
import { columnsOf, type Need } from "./needs.js";

/** Sources and columns that the contract does not know: a slip in a name would otherwise leave out data in silence. */
export function strangers(manifest: DataManifest, needs: readonly Need[], file: string): DataProblem[] {
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

/** Settings that say more of a table where there is none. */
function strayDatabaseSettings(source: string, entry: SourceEntry, manifest: string): DataProblem[] {
  const stray = (setting: string, goesWith: string) =>
    problem("database-setting", manifest, { source, setting, goesWith });
  return [
    ...(entry.schema !== undefined && entry.table === undefined ? [stray("schema", "table")] : []),
    ...(entry.database !== undefined && entry.table === undefined && entry.query === undefined
      ? [stray("database", "table or query")]
      : []),
  ];
}
