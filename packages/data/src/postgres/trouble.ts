import { type DataProblem, problem } from "../problems.js";
import type { DatabaseTable } from "../sources/database.js";
import { OpenPasswordFile } from "./password.js";

/** The server asks for a password, and nothing says one. */
export class NoPassword extends Error {}

/** Seconds until a server that says nothing counts as not there. */
export const PATIENCE = 15;

const UNREACHED: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there",
  ENOENT: "there is no such socket",
  ENOTFOUND: "there is no server of that name",
  EAI_AGAIN: "its name cannot be looked up",
  ETIMEDOUT: "it does not answer",
  EHOSTUNREACH: "no way leads there",
  ENETUNREACH: "no way leads there",
  EACCES: "its socket may not be opened",
  ECONNRESET: "it closes the connection",
};

/** Said with an SQLSTATE that begins so; the longest fits first. */
const REFUSED: readonly (readonly [string, (table: DatabaseTable) => DataProblem])[] = [
  ["28", (table) => problem("database-login", table.shown, who(table))],
  ["3D000", (table) => problem("database-unknown", table.shown, { database: table.database.database })],
  ["42P01", (table) => problem("table-unknown", table.shown, { table: tableOf(table) })],
  ["3F000", (table) => problem("table-unknown", table.shown, { table: tableOf(table) })],
  ["42703", (table) => problem("query-column", table.shown)],
  ["42501", (table) => problem("table-forbidden", table.shown, { what: whatOf(table), user: table.database.user })],
  ["57014", (table) => problem("query-too-long", table.shown, { seconds: secondsFor(table) })],
  ["55P03", (table) => problem("query-too-long", table.shown, { seconds: secondsFor(table) })],
  ["25006", (table) => problem("query-not-select", table.shown)],
  ["42601", (table) => problem("query-not-select", table.shown)],
  ["0A000", (table) => problem("query-not-select", table.shown)],
  ["53300", (table) => problem("database-busy", table.shown, { database: table.name })],
  ["57P", (table) => problem("database-busy", table.shown, { database: table.name })],
];

/** Seconds that a query may take before its first row. */
export const secondsFor = ({ database }: DatabaseTable): number => database.timeout ?? 1800;

const who = ({ database: { user, database, host } }: DatabaseTable) => ({ user, database, host });
const tableOf = ({ from }: DatabaseTable): string | undefined =>
  "query" in from ? undefined : `${from.schema}.${from.table}`;
const whatOf = (table: DatabaseTable): string => tableOf(table) ?? "a table that the query names";

/**
 * What went wrong at the server, in a reader's words. The server's own may hold values of a row, and those of the driver
 * what it was told to connect with: neither is shown.
 */
export function databaseProblem(error: unknown, table: DatabaseTable): DataProblem {
  const { host, port = 5432 } = table.database;
  if (error instanceof NoPassword) return problem("password-missing", table.shown, who(table));
  if (error instanceof OpenPasswordFile) return problem("password-file-open", table.shown);
  const code = codeOf(error);
  const words = error instanceof Error ? error.message : "";
  if (/^[0-9A-Z]{5}$/.test(code) && !(code in UNREACHED)) {
    const known = REFUSED.find(([begins]) => code.startsWith(begins));
    return known?.[1](table) ?? problem("query-failed", table.shown, { code });
  }
  if (/does not support SSL|SSL connection/i.test(words)) return problem("tls-refused", table.shown, { host });
  if (/CERT|SIGNATURE|SELF_SIGNED|ALTNAME|ISSUER|^ERR_(TLS|SSL|OSSL)/.test(code))
    return problem("tls-unproved", table.shown, { host });
  const silent = /timeout/i.test(words) ? `it did not answer in ${PATIENCE} seconds` : "it closes the connection";
  const at = host.startsWith("/") ? host : `${host}, port ${port}`;
  return problem("database-unreached", table.shown, { database: table.name, at, why: UNREACHED[code] ?? silent });
}

/** Where each of a server's addresses fails by itself, the first says why. */
const codeOf = (error: unknown): string => {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && "code" in first ? String(first.code) : "";
};
