import { z } from "zod";
import { Database } from "./database.js";
import { Day } from "./day.js";
import { extractSettings } from "./extract-settings.js";
import { qualitySettings } from "./quality-settings.js";

export const Encoding = z.enum(["utf-8", "windows-1252", "utf-16le"]);
export type Encoding = z.infer<typeof Encoding>;

export const DateFormat = z.enum(["iso", "dd/mm/yyyy", "dd-mm-yyyy", "dd.mm.yyyy", "mm/dd/yyyy", "yyyymmdd"]);
export type DateFormat = z.infer<typeof DateFormat>;

const SourceEntry = z.strictObject({
  file: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Beside data.json or in a folder below it: .csv, .parquet, .json, .jsonl or .xlsx, text also packed as .gz",
    ),
  files: z.array(z.string().min(1)).min(1).optional().describe("Several files that are read as one, in this order"),
  glob: z.string().min(1).optional().describe("Several files that are read as one, as spells-*.csv"),
  table: z.string().min(1).optional().describe("A table or view of a PostgreSQL database"),
  schema: z.string().min(1).optional().describe("The schema of the table; public where nothing is said"),
  query: z
    .string()
    .regex(/\.sql$/i, "is not the name of a .sql file")
    .optional()
    .describe("A file beside data.json or in a folder below it that holds one SELECT for a PostgreSQL database"),
  database: z
    .string()
    .min(1)
    .optional()
    .describe("Which of the databases the table or query is of, where there are several"),
  columns: z.record(z.string(), z.string()).optional().describe("The contract's name of a field, and the file's"),
  dateFormat: DateFormat.optional().describe("How dates are written; iso (2026-04-01) where nothing is said"),
  delimiter: z
    .enum([",", ";", "|", "\t"])
    .optional()
    .describe("What stands between the cells of a CSV file; a comma where nothing is said"),
  encoding: Encoding.optional().describe("How a CSV file's letters are kept; utf-8 where nothing is said"),
  sheet: z.string().min(1).optional().describe("Which sheet of a workbook, where it has several"),
  covers: z
    .strictObject({ from: Day.describe("The first day"), to: Day.describe("The last day") })
    .refine(({ from, to }) => from <= to, "begins after it ends")
    .optional()
    .describe("First and last day that the extract holds all records of"),
  ...extractSettings,
  ...qualitySettings,
});
export type SourceEntry = z.infer<typeof SourceEntry>;

/** `data.json`: says how files differ from the convention, and what an extract covers. */
export const DataManifest = z.strictObject({
  $schema: z.string().optional().describe("Where the schema of this file lies, for editors"),
  sources: z
    .record(z.string(), SourceEntry)
    .default({})
    .describe("For each figure, group of figures or records of the contract, by its name: where its table differs"),
  databases: z.record(z.string(), Database).optional().describe("PostgreSQL databases that sources are read from"),
  "suppress-below": z
    .number()
    .int()
    .min(2)
    .max(1000)
    .optional()
    .describe("Counts from 1 up to, but not including, this number are not shown to people"),
  "known-to": Day.optional().describe("The last day that anything in the data is known of"),
});
export type DataManifest = z.infer<typeof DataManifest>;

export const MANIFEST_NAME = "data.json";

/** The JSON Schema of `data.json`, for editors. */
export function dataManifestJsonSchema(): object {
  return { title: "Concordat outcome data", ...z.toJSONSchema(DataManifest, { io: "input" }) };
}

export type ManifestReading =
  | { readonly manifest: DataManifest }
  | { readonly wrong: readonly { readonly at: string; readonly what: string }[] };

/** Reads the text of a manifest. What is wrong is said with its place in the file: `sources.spells.columns.method`. */
export function parseManifest(text: string): ManifestReading {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { wrong: [{ at: "", what: "is not JSON" }] };
  }
  const checked = DataManifest.safeParse(value);
  if (checked.success) return { manifest: checked.data };
  return {
    wrong: checked.error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => ({
            at: [...issue.path, key].join("."),
            what: "is not a setting of data.json",
          }))
        : [{ at: issue.path.join("."), what: inWords(issue) }],
    ),
  };
}

/** What was expected instead, for people who write no programs; other checks have their own words. */
function inWords(issue: { readonly code?: string; readonly message: string; readonly expected?: unknown }): string {
  const kind = issue.code === "invalid_type" ? KINDS[String(issue.expected)] : undefined;
  return kind === undefined ? lowerFirst(issue.message) : `should be ${kind}`;
}

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list, as ["person"]',
  object: 'a group of settings, as { "file": "spells.csv" }',
  record: 'a group of settings, as { "file": "spells.csv" }',
  string: 'text in quotation marks, as "spells.csv"',
  number: "a number, without quotation marks",
  int: "a whole number, without quotation marks",
  boolean: "true or false, without quotation marks",
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
