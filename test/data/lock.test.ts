import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { EngineError, Session } from "../../packages/data/src/engine/session.js";
import { inFolder } from "./folder.js";

const csv = (path: string): string =>
  `SELECT a FROM read_csv('${path}', auto_detect = false, header = true, columns = {'a': 'VARCHAR'})`;

async function locked<T>(
  options: Parameters<typeof Session.open>[0],
  files: readonly string[],
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = await Session.open(options);
  try {
    await session.lock(files);
    return await work(session);
  } finally {
    await session.close();
    assert.equal(existsSync(session.temporary), false);
  }
}

describe("the data engine, once locked", () => {
  it("reads the files it was given and no other, and writes none", () =>
    inFolder({ "given.csv": "a\n1\n", "other.csv": "a\n2\n" }, (folder) =>
      locked({}, [join(folder, "given.csv")], async (session) => {
        assert.deepEqual(await session.query(csv(join(folder, "given.csv"))), [["1"]]);
        const refused = [
          csv(join(folder, "other.csv")),
          csv(join(folder, "../../../etc/passwd")),
          csv("https://example.org/a.csv"),
          "SELECT * FROM read_text('/etc/passwd')",
          "SELECT * FROM read_blob('/proc/self/environ')",
          `SELECT * FROM glob('${folder}/*')`,
          `COPY (SELECT 1) TO '${join(folder, "out.csv")}'`,
          `EXPORT DATABASE '${join(folder, "out")}'`,
          `ATTACH '${join(folder, "x.db")}'`,
        ];
        for (const sql of refused) await assert.rejects(session.query(sql), undefined, sql);
        assert.deepEqual(readdirSync(folder).sort(), ["given.csv", "other.csv"]);
      }),
    ));

  it("loads no extension", () =>
    locked({}, [], async (session) => {
      for (const sql of ["INSTALL httpfs", "LOAD httpfs", "INSTALL excel", "FORCE INSTALL json FROM community"]) {
        await assert.rejects(session.query(sql), undefined, sql);
      }
    }));

  it("keeps to its memory, its threads and its own folder, and nothing changes that", () =>
    locked({ memoryLimit: "300MB", threads: 1 }, [], async (session) => {
      const [settings] = await session.query(
        "SELECT current_setting('memory_limit'), current_setting('threads'), current_setting('temp_directory')",
      );
      assert.deepEqual(settings, ["286.1 MiB", 1n, join(session.temporary, "spill")]);
      const [[most] = []] = await session.query("SELECT current_setting('max_temp_directory_size')");
      assert.match(String(most), /^[\d.]+ (KiB|MiB|GiB|TiB)$/);
      const settable = {
        enable_external_access: "true",
        allowed_paths: "['/etc/passwd']",
        allowed_directories: "['/']",
        memory_limit: "'10GB'",
        threads: "64",
        temp_directory: "'/tmp'",
        max_temp_directory_size: "'1TB'",
        autoinstall_known_extensions: "true",
        autoload_known_extensions: "true",
        allow_community_extensions: "true",
        lock_configuration: "false",
      };
      for (const [name, value] of Object.entries(settable)) {
        for (const sql of [`SET ${name} = ${value}`, `SET GLOBAL ${name} = ${value}`, `RESET ${name}`]) {
          await assert.rejects(session.query(sql), undefined, sql);
        }
      }
    }));

  it("uses every processor where nothing else is said", () =>
    locked({}, [], async (session) => {
      const [[threads] = []] = await session.query("SELECT current_setting('threads')");
      assert.equal(Number(threads), availableParallelism());
    }));

  it("puts what does not fit into memory in its own folder, and no more of it than it may", async () => {
    const large =
      "CREATE TABLE large AS SELECT i, hash(i) AS h, md5(CAST(i AS VARCHAR)) AS m FROM range(6000000) AS t (i)";
    await locked({ memoryLimit: "100MB", threads: 1 }, [], async (session) => {
      await session.run(large);
      assert.ok(readdirSync(join(session.temporary, "spill")).length > 0);
    });
    await locked({ memoryLimit: "100MB", threads: 1, mostSpilled: "1MB" }, [], async (session) => {
      await assert.rejects(session.run(large), (error) => error instanceof EngineError && error.lack === "disk");
    });
  }).timeout(60_000);
});
