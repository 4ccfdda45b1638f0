import { z } from "zod";

/** How to reach a PostgreSQL database. A password is never part of it: see `postgres/password.ts`. */
export const Database = z.strictObject({
  host: z.string().min(1).describe("Name or address of the server, or the folder of its socket: /var/run/postgresql"),
  port: z.int().min(1).max(65_535).optional().describe("5432 where nothing is said"),
  database: z.string().min(1).describe("The name of the database on the server"),
  user: z
    .string()
    .min(1)
    .describe("Best one that may only read. Its password stands in PGPASSWORD, with PGHOST, or in a password file"),
  tls: z
    .enum(["verified", "unverified", "off"])
    .optional()
    .describe(
      "verified: encrypted, and the server proves who it is; unverified: encrypted only. Without a word: verified, and off on this machine",
    ),
  certificate: z
    .string()
    .min(1)
    .optional()
    .describe("A file beside data.json: the certificate (PEM) of the authority that the server's own is signed by"),
  timeout: z
    .int()
    .min(1)
    .max(86_400)
    .optional()
    .describe("Seconds that a query may take before its first row; 1800 where nothing is said"),
});
export type Database = z.infer<typeof Database>;

/** A table, or a query kept in the data folder, of a database that `data.json` names. */
export interface DatabaseTable {
  /** "warehouse: extracts.spells" or "warehouse: spells.sql", for people. */
  readonly shown: string;
  /** The database's name in `data.json`. */
  readonly name: string;
  readonly database: Database;
  readonly from: { readonly schema: string; readonly table: string } | { readonly query: string };
  /** The text of the authority's certificate. */
  readonly certificate?: string;
}
