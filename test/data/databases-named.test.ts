import assert from "node:assert/strict";
import { contract, field, records } from "./contract.js";
import { ids, read } from "./folder.js";

const of = contract({ records: [records("spells", "day", [field("day", { type: "date" })])] });
const one = { host: "/nowhere", database: "outcomes", user: "reader" };
const said = async (manifest: object, files: Readonly<Record<string, string>> = {}): Promise<string> => {
  const { problems } = await read(of, { ...files, "data.json": manifest });
  assert.ok(problems.every(({ fatal }) => fatal));
  return problems.map(({ message }) => message).join("\n");
};

describe("a data.json that names a database", () => {
  it("says how to reach it", async () => {
    assert.equal(
      await said({ sources: { spells: { table: "spells" } } }),
      "sources.spells is in a database, and data.json says of none how to reach it",
    );
  });

  it("says which of several is meant, and names one that there is", async () => {
    const databases = { first: one, second: one };
    assert.equal(
      await said({ databases, sources: { spells: { table: "spells" } } }),
      "sources.spells does not say in which database it stands; data.json has first, second",
    );
    for (const database of ["third", "toString"])
      assert.equal(
        await said({ databases, sources: { spells: { table: "spells", database } } }),
        `sources.spells stands in a database called ${database}; data.json has first, second`,
      );
  });

  it("keeps its query and its certificate inside the data folder", async () => {
    const databases = { first: one };
    const query = (name: string) => ({ databases, sources: { spells: { query: name } } });
    assert.equal(await said(query("../spells.sql")), "../spells.sql does not lie in the data folder");
    assert.match(await said(query("spells.sql")), /^data\.json names spells\.sql, but there is no such file/);
    assert.equal(await said(query("spells.txt")), "sources.spells.query is not the name of a .sql file");
    assert.equal(
      await said({ databases: { first: { ...one, certificate: "/etc/passwd" } }, sources: { spells: { table: "a" } } }),
      "/etc/passwd does not lie in the data folder",
    );
  });

  it("holds no password, and says nothing of a table where there is none", async () => {
    const wrong = { databases: { first: { ...one, password: "secret" } } };
    assert.equal(await said(wrong), "databases.first.password is not a setting of data.json");
    const stray = {
      databases: { first: one },
      sources: { spells: { file: "spells.csv", schema: "x", database: "first" } },
    };
    assert.equal(
      await said(stray, { "spells.csv": "day\n" }),
      "sources.spells.schema goes with table, and there is none\nsources.spells.database goes with table or query, and there is none",
    );
    assert.deepEqual(
      ids(
        await read(of, { "data.json": { databases: { first: one }, sources: { spells: { table: "a", glob: "*" } } } }),
      ),
      ["file-or-glob", "database-unreached"],
    );
  });
});
