import type { Wordings } from "../wordings/wording.js";

/** What can be wrong with a source in PostgreSQL, and its words. No password, and nothing that a server says, is in them. */
export const databaseWordings = {
  "database-which": (p: { source: string; named: string | undefined; known: readonly string[] }) => ({
    message:
      p.known.length === 0
        ? `sources.${p.source} is in a database, and data.json says of none how to reach it`
        : p.named === undefined
          ? `sources.${p.source} does not say in which database it stands; data.json has ${p.known.join(", ")}`
          : `sources.${p.source} stands in a database called ${p.named}; data.json has ${p.known.join(", ")}`,
    toDo:
      p.known.length === 0
        ? 'Say under "databases" what host, database and user are'
        : 'Say which one is meant, as "database"',
    fatal: true,
  }),
  "database-setting": (p: { source: string; setting: string; goesWith: string }) => ({
    message: `sources.${p.source}.${p.setting} goes with ${p.goesWith}, and there is none`,
    toDo: `Add ${p.goesWith}, or remove ${p.setting}`,
    fatal: true,
  }),
  "database-unreached": (p: { database: string; at: string; why: string }) => ({
    message: `The database ${p.database} cannot be reached at ${p.at}: ${p.why}`,
    toDo: "Check host and port in data.json, that the server runs, and that this machine may reach it",
    fatal: true,
  }),
  "password-missing": (p: { user: string; database: string; host: string }) => ({
    message: `The server asks ${p.user} for a password, and nothing says one`,
    toDo: `Set PGPASSWORD, and PGHOST to ${p.host}, or put a line ${p.host}:*:${p.database}:${p.user}:password into the password file (~/.pgpass)`,
    fatal: true,
  }),
  "password-file-open": () => ({
    message: "The password file may be read by others, so no password is taken from it",
    toDo: "Take the right to read it from all but yourself: chmod 600 ~/.pgpass",
    fatal: true,
  }),
  "database-login": (p: { user: string; database: string; host: string }) => ({
    message: `The server does not let ${p.user} into the database ${p.database}`,
    toDo: "Check user and password, and ask whoever keeps the database whether this machine may log in",
    fatal: true,
  }),
  "database-unknown": (p: { database: string }) => ({
    message: `The server has no database called ${p.database}`,
    toDo: "Correct the name under databases in data.json",
    fatal: true,
  }),
  "table-unknown": (p: { table: string | undefined }) => ({
    message:
      p.table === undefined
        ? "The query names a table that the database does not have"
        : `The database has no table ${p.table}`,
    toDo: "Correct schema and table in data.json, or the query; capitals count",
    fatal: true,
  }),
  "table-forbidden": (p: { what: string; user: string }) => ({
    message: `The user ${p.user} may not read ${p.what}`,
    toDo: "Ask whoever keeps the database for the right to read it (GRANT SELECT)",
    fatal: true,
  }),
  "query-column": () => ({
    message: "The query names a column that its tables do not have",
    toDo: "Correct the query; try it in psql, which says which column it is",
    fatal: true,
  }),
  "query-not-select": () => ({
    message: "The query is not one SELECT that only reads",
    toDo: "Keep one SELECT in the file, without a semicolon inside, and nothing that changes the database",
    fatal: true,
  }),
  "query-too-long": (p: { seconds: number }) => ({
    message: `The database took longer than the ${p.seconds} s that it may and was stopped`,
    toDo: 'Allow more as "timeout" of the database in data.json, or ask for less',
    fatal: true,
  }),
  "database-busy": (p: { database: string }) => ({
    message: `The database ${p.database} takes no more connections, or is starting or stopping`,
    toDo: "Try again later",
    fatal: true,
  }),
  "query-failed": (p: { code: string }) => ({
    message: `The database stopped with error ${p.code}`,
    toDo: "Try the table or query in psql, which says what is wrong",
    fatal: true,
  }),
  "tls-refused": (p: { host: string }) => ({
    message: `The server ${p.host} speaks without encryption only, and that is not accepted`,
    toDo: 'Ask whoever keeps it to turn TLS on; on a network that you trust, write "tls": "off"',
    fatal: true,
  }),
  "tls-unproved": (p: { host: string }) => ({
    message: `The server cannot prove that it is ${p.host}: its certificate is not one that this machine trusts`,
    toDo: 'Put the certificate of the authority into the data folder and name it as "certificate" in data.json',
    fatal: true,
  }),
} satisfies Wordings;
