import type { DataFile } from "./data-file.js";
import type { DatabaseTable } from "./database.js";
import type { SourceEntry } from "./manifest.js";
import type { Need } from "./needs.js";

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
