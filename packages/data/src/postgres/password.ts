import { readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where a password is for: what `data.json` says of a database. */
export interface Login {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
}

/** The file of passwords may be read by others than its owner, so it is not used. */
export class OpenPasswordFile extends Error {}

/**
 * The password for a login, from the user's own settings, as PostgreSQL's programs look for it: PGPASSWORD, or a line of
 * the file that PGPASSFILE names, or of ~/.pgpass. A `data.json` may come from anybody and name any server. So
 * PGPASSWORD counts for the server alone that PGHOST names, as each line of the file does for its own.
 */
export async function passwordFor(login: Login): Promise<string | undefined> {
  const { PGPASSWORD, PGHOST, PGPASSFILE } = process.env;
  if (PGPASSWORD && PGHOST === login.host) return PGPASSWORD;
  const windows = process.platform === "win32";
  const usual = windows ? join(process.env.APPDATA ?? homedir(), "postgresql/pgpass.conf") : join(homedir(), ".pgpass");
  const file = PGPASSFILE || usual;
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  if (!windows && (found.mode & 0o077) !== 0) throw new OpenPasswordFile();
  return passwordIn(await readFile(file, "utf8"), login);
}

/** The password of the first line, host:port:database:user:password, that fits; `*` fits anything, `\` takes `:` as it is. */
export function passwordIn(text: string, { host, port, database, user }: Login): string | undefined {
  const asked = [host.startsWith("/") ? [host, "localhost"] : [host], [`${port}`], [database], [user]];
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith("#")) continue;
    const parts = (line.match(/(?:\\.|[^:\\])*(?::|$)/g) ?? []).map((part) =>
      part.replace(/:$/, "").replace(/\\(.)/g, "$1"),
    );
    const fits = asked.every((names, index) => parts[index] === "*" || names.includes(parts[index] ?? ""));
    // Behind the fourth colon stands the password, whatever it holds.
    if (fits && parts.length > 4) return parts[4];
  }
  return undefined;
}
