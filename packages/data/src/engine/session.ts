import { mkdtemp, rm, statfs } from "node:fs/promises";
import { availableParallelism, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { Watch } from "../progress.js";
import { textLiteral, withoutPattern } from "../sql/quote.js";

/** What a query returns: text, whole numbers (as bigint), truths and missing cells. Decimals are asked for as text. */
export type Cell = string | bigint | number | boolean | null;

export interface SessionOptions {
  /** As "2GB". By default half of the machine's memory, and never less than 500 MB. */
  readonly memoryLimit?: string | undefined;
  readonly threads?: number | undefined;
  /** As "20GB": the disk that may be used for what does not fit into memory. By default four fifths of what is free. */
  readonly mostSpilled?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly watch?: Watch | undefined;
}

/** How often the engine is asked how far it is, or asked to stop, in milliseconds. */
const OFTEN = 50;

/** The engine could not finish: what it ran out of, or what of a file has not the form or is no longer what it was. */
export class EngineError extends Error {
  constructor(readonly lack: "memory" | "disk" | "form" | "steadiness") {
    super(`the data engine stopped: ${lack}`);
  }
}

/**
 * An engine in memory, closed to everything but the files it is given: no network, no extensions, no other file, and
 * nobody can open it again after `lock`. Its private folder for what does not fit into memory goes with it.
 */
export class Session {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    /** A private folder: copies in another encoding, and what does not fit into memory. */
    readonly temporary: string,
    private readonly options: SessionOptions,
    readonly watch: Watch,
  ) {}

  static async open(options: SessionOptions): Promise<Session> {
    options.signal?.throwIfAborted();
    const temporary = await mkdtemp(join(tmpdir(), "concordat-"));
    try {
      const instance = await DuckDBInstance.create(":memory:", {
        autoinstall_known_extensions: "false",
        autoload_known_extensions: "false",
        allow_community_extensions: "false",
        memory_limit: checkedSize(options.memoryLimit) ?? defaultMemory(),
        temp_directory: join(temporary, "spill"),
        threads: String(Math.max(1, Math.trunc(options.threads ?? availableParallelism()))),
      });
      const connection = await instance.connect();
      // Given with the others, DuckDB 1.5.5 shows this limit and does not keep it.
      const mostSpilled = checkedSize(options.mostSpilled) ?? (await fourFifths(temporary));
      await connection.run(`SET max_temp_directory_size = ${textLiteral(mostSpilled)}`);
      if (options.watch?.wanted) {
        await connection.run("SET enable_progress_bar = true");
        await connection.run("SET enable_progress_bar_print = false");
      }
      return new Session(instance, connection, temporary, options, options.watch ?? new Watch(undefined));
    } catch (error) {
      await rm(temporary, { recursive: true, force: true });
      throw error;
    }
  }

  /** From here on only these files can be read, and no setting can be changed. */
  async lock(files: readonly string[]): Promise<void> {
    // A path with marks of a pattern in it is asked for as a pattern that nothing else fits, and then as itself.
    const paths = new Set(files.flatMap((file) => [file, withoutPattern(file)]));
    await this.run(`SET allowed_paths = [${[...paths].map(textLiteral).join(", ")}]`);
    await this.run(`SET allowed_directories = [${textLiteral(this.temporary)}]`);
    await this.run("SET enable_external_access = false");
    await this.run("SET lock_configuration = true");
  }

  async run(sql: string): Promise<void> {
    await this.query(sql);
  }

  async query(sql: string): Promise<Cell[][]> {
    const { signal } = this.options;
    signal?.throwIfAborted();
    // Again and again: before the query has begun there is nothing to stop yet.
    const each = () => {
      if (signal?.aborted) this.connection.interrupt();
      else this.watch.share(this.connection.progress.percentage / 100);
    };
    const timer = setInterval(each, OFTEN);
    try {
      const reader = await this.connection.runAndReadAll(sql);
      return reader.getRows() as Cell[][];
    } catch (error) {
      signal?.throwIfAborted();
      throw translated(error);
    } finally {
      clearInterval(timer);
    }
  }

  async close(): Promise<void> {
    this.connection.closeSync();
    this.instance.closeSync();
    await rm(this.temporary, { recursive: true, force: true });
  }
}

/** The engine's own words may name paths and queries; they stay here. */
function translated(error: unknown): unknown {
  const words = error instanceof Error ? error.message : "";
  if (/^Out of Memory/i.test(words)) return new EngineError(/disk|temp/i.test(words) ? "disk" : "memory");
  // These are ours: a query that is none, or one that asks for what it may not have. All else lies in what was read.
  const ours = /^(Parser|Binder|Catalog|Permission|Syntax|Dependency) Error/i.test(words);
  if (!ours && /^[A-Za-z][A-Za-z ]{0,30} Error: /.test(words)) return new EngineError("form");
  const kind = /^[A-Za-z ]{1,30} Error/.exec(words)?.[0] ?? "unknown error";
  return new Error(`the data engine refused a query: ${kind}`, { cause: error });
}

/** Of the disk that is free now. Others need it too. */
async function fourFifths(folder: string): Promise<string> {
  const { bavail, bsize } = await statfs(folder);
  return `${Math.max(1, Math.floor((bavail * bsize * 0.8) / 1_000_000))}MB`;
}

function checkedSize(limit: string | undefined): string | undefined {
  if (limit !== undefined && !/^\d+(\.\d+)? ?(KB|MB|GB|TB|KiB|MiB|GiB|TiB)$/.test(limit)) {
    throw new RangeError(`a limit of memory or disk is written as 2GB or 800MB, not ${JSON.stringify(limit)}`);
  }
  return limit;
}

function defaultMemory(): string {
  const allowed = process.constrainedMemory?.() ?? 0;
  const machine = allowed > 0 ? Math.min(allowed, totalmem()) : totalmem();
  return `${Math.max(500, Math.floor(machine / 2_000_000))}MB`;
}
