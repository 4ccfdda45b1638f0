import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Session } from "../../packages/data/src/engine/session.js";
import { inFolder } from "./folder.js";

describe("the data engine, once locked", () => {
  it("reads the files it was given and no other, writes none, and cannot be opened again", async () => {
    await inFolder({ "given.csv": "a\n1\n", "other.csv": "a\n2\n" }, async (folder) => {
      const session = await Session.open({});
      try {
        const csv = (name: string) =>
          `SELECT a FROM read_csv('${join(folder, name)}', auto_detect = false, header = true, columns = {'a': 'VARCHAR'})`;
        await session.lock([join(folder, "given.csv")]);
        assert.deepEqual(await session.query(csv("given.csv")), [["1"]]);
        const refused = [
          csv("other.csv"),
          csv("../../../etc/passwd"),
          "SELECT * FROM read_text('/etc/passwd')",
          `COPY (SELECT 1) TO '${join(folder, "out.csv")}'`,
          `ATTACH '${join(folder, "x.db")}'`,
          "INSTALL httpfs",
          "LOAD httpfs",
          "SET enable_external_access = true",
          "SET allowed_paths = ['/etc/passwd']",
          "SET memory_limit = '10GB'",
        ];
        for (const sql of refused) await assert.rejects(session.query(sql), undefined, sql);
      } finally {
        await session.close();
      }
      assert.equal(existsSync(session.temporary), false);
    });
  });
});
