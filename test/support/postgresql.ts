import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context } from "mocha";
import pg from "pg";
import { skip } from "./skip.js";

/** A PostgreSQL of this test run: by its socket it believes who one is, by its port it asks for a password. */
export interface Server {
  readonly socket: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly certificate?: string;
  /** Runs commands as the owner. */
  sql(text: string): Promise<void>;
}

/** This machine has none, and none can be installed. */
class NotAvailable extends Error {}

let started: Promise<Server> | undefined;

/** The server, started once for all tests; where none can be had, the tests that ask are skipped. */
export async function postgresql(context: Context): Promise<Server> {
  context.timeout(300_000);
  try {
    started ??= start();
    return await started;
  } catch (error) {
    if (!(error instanceof NotAvailable)) throw error;
    return skip(context, error.message);
  }
}

async function start(): Promise<Server> {
  const bin = programs();
  const folder = mkdtempSync(join(tmpdir(), "concordat-postgresql-"));
  const as = unprivileged();
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(bin, program), args, { cwd: folder, stdio: "ignore", ...as });
  const [user, password, port] = ["owner", "a password: of the 'server'", await freePort()];
  const [data, passwords] = [join(folder, "data"), join(folder, "password")];
  mkdirSync(data);
  writeFileSync(passwords, password);
  const certificate = makeCertificate(folder);
  for (const name of [".", ...readdirSync(folder)])
    if (as.uid !== undefined) chownSync(join(folder, name), as.uid, as.gid);
  run(
    "initdb",
    "-D",
    data,
    "-U",
    user,
    "-A",
    "trust",
    "--auth-host=scram-sha-256",
    `--pwfile=${passwords}`,
    "-E",
    "UTF8",
  );
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: folder,
    port,
    fsync: "off",
    log_statement: "all",
    ...(certificate === undefined
      ? {}
      : { ssl: "on", ssl_cert_file: certificate, ssl_key_file: join(folder, "key.pem") }),
  };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  run("pg_ctl", "start", "-w", "-s", "-D", data, "-l", join(folder, "log"), "-o", options.join(" "));
  process.on("exit", () => {
    run("pg_ctl", "stop", "-w", "-s", "-m", "immediate", "-D", data);
    rmSync(folder, { recursive: true, force: true });
  });
  const sql = async (text: string): Promise<void> => {
    const client = new pg.Client({ host: folder, port, user, database: "postgres" });
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };
  return { socket: folder, port, user, password, sql, ...(certificate === undefined ? {} : { certificate }) };
}

/** The newest server on this machine; installed where that is allowed. */
function programs(): string {
  const found = installed();
  if (found !== undefined) return found;
  if (!existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0)
    throw new NotAvailable("there is no PostgreSQL server, and it cannot be installed without root");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    for (const args of [["update"], ["install", "-y", "--no-install-recommends", "postgresql"]])
      execFileSync("apt-get", ["-qq", ...args], { env, stdio: "ignore" });
  } catch {
    throw new NotAvailable("there is no PostgreSQL server, and it could not be installed by apt-get");
  }
  return installed() ?? missing();
}

const missing = (): never => {
  throw new NotAvailable("there is no PostgreSQL server, and what apt-get installed has none");
};

function installed(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, "bin")), ...(process.env.PATH ?? "").split(":")];
  return folders.find((folder) => ["initdb", "pg_ctl", "postgres"].every((name) => existsSync(join(folder, name))));
}

/** The server refuses to be root. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (what: string) => Number(execFileSync("id", [what, name], { encoding: "utf8", stdio: "pipe" }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // the next name
    }
  }
  throw new NotAvailable("PostgreSQL does not run as root, and there is no other user to run it");
}

/** For a server called localhost, signed by itself; nothing where there is no openssl to make it. */
function makeCertificate(folder: string): string | undefined {
  const [certificate, key] = [join(folder, "certificate.pem"), join(folder, "key.pem")];
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  try {
    const args = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", ...subject, "-keyout", key];
    execFileSync("openssl", [...args, "-out", certificate], { stdio: "ignore" });
    return certificate;
  } catch {
    return undefined;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
