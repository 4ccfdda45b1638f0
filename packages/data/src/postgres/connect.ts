import { isIPv4, Socket } from "node:net";
import type { Client } from "pg";
import type { Database, DatabaseTable } from "../sources/database.js";
import { passwordFor } from "./password.js";
import { NoPassword, PATIENCE, secondsFor } from "./trouble.js";

/** A connection inside a transaction that can only read. */
export interface Connection {
  readonly client: Client;
  /** Ends the transaction and the connection; also where it broke off. */
  close(): Promise<void>;
}

/**
 * Connects, and begins a transaction that sees the database as it is now and can change nothing. All is said in full:
 * what the environment may say of other connections is not taken over. Aborting closes the line at once, and the server
 * stops working when it notices.
 */
export async function connect(table: DatabaseTable, signal: AbortSignal | undefined): Promise<Connection> {
  signal?.throwIfAborted();
  const { default: pg } = await import("pg");
  const { host, port = 5432, database, user } = table.database;
  const line = new Socket();
  const client = new pg.Client({
    ...{ host, port, database, user },
    password: async () => {
      const password = await passwordFor({ host, port, database, user });
      if (password === undefined) throw new NoPassword();
      return password;
    },
    ssl: encryption(table),
    stream: () => line,
    application_name: "concordat",
    connectionTimeoutMillis: PATIENCE * 1000,
  });
  // Whoever waits for an answer is told; an error that comes when nobody waits is no news.
  client.on("error", () => undefined);
  const stop = () => line.destroy();
  signal?.addEventListener("abort", stop, { once: true });
  const close = async (): Promise<void> => {
    signal?.removeEventListener("abort", stop);
    if (!line.destroyed) await client.end().catch(() => undefined);
  };
  try {
    await client.connect();
    await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query({ text: SETTINGS, values: [`${secondsFor(table)}s`] });
  } catch (error) {
    line.destroy();
    await close();
    throw error;
  }
  return { client, close };
}

/** How dates are written and numbers kept, whatever the server, the database or the user has as a habit. */
const SETTINGS = `
  SELECT set_config('statement_timeout', $1, true), set_config('lock_timeout', $1, true),
    set_config('DateStyle', 'ISO, YMD', true), set_config('IntervalStyle', 'iso_8601', true),
    set_config('TimeZone', 'UTC', true), set_config('extra_float_digits', '1', true),
    (SELECT set_config(name, '1s', true) FROM pg_settings WHERE name = 'client_connection_check_interval')`;

function encryption({ database, certificate }: DatabaseTable) {
  const how = database.tls ?? (isHere(database) ? "off" : "verified");
  if (how === "off" || database.host.startsWith("/")) return false;
  return { rejectUnauthorized: how === "verified", ...(certificate === undefined ? {} : { ca: certificate }) };
}

/** What is said to this machine leaves it not. */
const isHere = ({ host }: Database): boolean =>
  host.startsWith("/") || host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."));
