/** How a table lies in its file. */
export type Format = "csv" | "json" | "json-lines" | "parquet" | "workbook";

/** The endings of a table's file, in the order in which they are looked for. */
const ENDINGS: readonly (readonly [ending: string, format: Format])[] = [
  [".csv", "csv"],
  [".csv.gz", "csv"],
  [".parquet", "parquet"],
  [".jsonl", "json-lines"],
  [".jsonl.gz", "json-lines"],
  [".ndjson", "json-lines"],
  [".ndjson.gz", "json-lines"],
  [".json", "json"],
  [".json.gz", "json"],
  [".xlsx", "workbook"],
];

/** By the file's name; a name that says nothing is a CSV file's. */
export const formatOf = (name: string): Format =>
  ENDINGS.find(([ending]) => name.toLowerCase().endsWith(ending))?.[1] ?? "csv";

/** The names that the table of a source may have, where `data.json` names none. */
export const namesByConvention = (source: string): string[] => ENDINGS.map(([ending]) => source + ending);

/** A file that holds a table by its name. A plain .json may be anything, so it is not taken for one. */
export const looksLikeTable = (name: string): boolean =>
  ENDINGS.some(([ending, format]) => format !== "json" && name.toLowerCase().endsWith(ending));

const WORDS: Record<Format, string> = {
  csv: "CSV",
  json: "JSON",
  "json-lines": "JSON lines",
  parquet: "Parquet",
  workbook: "an Excel workbook",
};

/** What people call the format of a file. */
export const formatInWords = (name: string): string => WORDS[formatOf(name)];
