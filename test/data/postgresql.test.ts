import assert from "node:assert/strict";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readOutcomeData } from "@concordat/data";
import { settle } from "@concordat/model";
import { postgresql, type Server } from "../support/postgresql.js";
import { contract, field, records, tally } from "./contract.js";
import { asides, ids, inFolder, read, reported } from "./folder.js";
import { spellsContract } from "./spells-contract.js";

const plain = records("spells", "day", [
  field("day", { type: "date" }),
  field("cost", { type: "money" }, true),
  field("beds", { type: "whole" }, true),
]);
const of = contract({
  records: [plain],
  tallies: [
    tally("cost", "spells", { aggregate: "sum", field: "cost" }),
    tally("beds", "spells", { aggregate: "sum", field: "beds" }),
  ],
});

/** Runs something with these variables in the environment, and none of PostgreSQL's others. */
async function withEnvironment<T>(variables: Readonly<Record<string, string>>, run: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  for (const name of Object.keys(process.env)) if (name.startsWith("PG")) delete process.env[name];
  Object.assign(process.env, { PGPASSFILE: "/nowhere", ...variables });
  try {
    return await run();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

describe("PostgreSQL as a source", function () {
  this.timeout(300_000);
  let server: Server;
  before(async function () {
    server = await postgresql(this);
    await server.sql(SPELLS);
  });

  const socket = () => ({ host: server.socket, port: server.port, database: "postgres", user: server.user });
  const byPort = () => ({ ...socket(), host: "127.0.0.1" });
  const covers = { from: "2026-04-01", to: "2029-03-31" };
  const manifest = (entry: object, database: object = socket()) => ({
    databases: { warehouse: database },
    sources: { spells: { covers, ...entry } },
  });
  const readFrom = (entry: object, files: Readonly<Record<string, string>> = {}, database: object = socket()) =>
    withEnvironment({}, () => read(of, { ...files, "data.json": manifest(entry, database) }));
  const query = (text: string, database?: object) =>
    readFrom({ query: "spells.sql" }, { "spells.sql": text }, database);

  it("gives the same statement as the CSV file that it was filled from", async () => {
    const model = await spellsContract();
    const said = async (files: Parameters<typeof inFolder>[0], name: string): Promise<string> => {
      const { data, problems } = await withEnvironment({}, () =>
        inFolder(files, (folder) => readOutcomeData(model, folder)),
      );
      assert.deepEqual(
        problems.filter(({ fatal }) => fatal),
        [],
      );
      assert.equal(data.quality[0]!.quarantined, 2, "the method that is none, and the row that stands there twice");
      const statement = settle(model, { ...data, digest: "" }, { software: "test", contractDigest: "" });
      return JSON.stringify(statement).replaceAll(name, "spells");
    };
    const known = { covers: { from: "2026-04-01", to: "2027-03-31" } };
    const fromCsv = await said({ "spells.csv": CSV, "data.json": { sources: { spells: known } } }, "spells.csv");
    const fromTable = await said(
      { "data.json": manifest({ ...known, schema: "extracts", table: "spells" }) },
      "warehouse: extracts.spells",
    );
    assert.equal(fromTable, fromCsv);
    assert.match(fromTable, /1234567891365\.05/);
  });

  it("keeps every digit, and writes dates, midnights and truths as people do", async () => {
    const result = await query(`
      SELECT '2026-04-01'::date AS day, 1234567890123456.7800::numeric AS cost, 7::smallint AS beds
      UNION ALL SELECT '2026-04-02', 0.10, 900719925474099`);
    assert.deepEqual(asides(result), []);
    assert.equal(reported(result, "cost", "2026-04-01"), "1234567890123456.88");
    assert.equal(reported(result, "beds", "2026-04-01"), "900719925474106");
    const written = await query(
      "SELECT timestamp '2026-04-03 00:00' AS day, text '£1,000.50' AS cost, 1e15::float8 AS beds",
    );
    assert.equal(reported(written, "cost", "2026-04-01"), "1000.5");
    assert.equal(reported(written, "beds", "2026-04-01"), "1000000000000000");
  });

  it("reads dates in the layout of the source, whether its column is of dates or of text", async () => {
    for (const day of ["date '2026-04-30'", "text '30/04/2026'"]) {
      const sql = `SELECT ${day} AS day, 5.00 AS cost, 1 AS beds`;
      const result = await readFrom({ query: "q.sql", dateFormat: "dd/mm/yyyy" }, { "q.sql": sql });
      assert.equal(reported(result, "cost", "2026-04-01"), "5", day);
    }
  });

  it("sets a row aside with its number, in an order that the cells alone decide", async () => {
    const result = await query(`
      SELECT * FROM (VALUES ('2026-05-01', '7', ''), ('2026-04-01', '£x', '1'), ('2026-04-31', '3', NULL),
        ('infinity', '3', NULL)) AS rows (day, cost, beds)`);
    assert.deepEqual(asides(result), [
      'warehouse: spells.sql, row 1, cost "£x": is not an amount of money; write 1234.50 or £1,234.50',
      'warehouse: spells.sql, row 2, day "2026-04-31": is not a date that the calendar has',
      'warehouse: spells.sql, row 4, day "infinity": is not a date written as 2026-04-30',
    ]);
    assert.deepEqual(result.data.quality, [
      { name: "spells", file: "warehouse: spells.sql", read: 4, used: 1, quarantined: 3 },
    ]);
  });

  it("has one digest for the same rows, in whichever order they were put in, and another for others", async () => {
    const digest = async (rows: string) => {
      await server.sql(`DROP TABLE IF EXISTS shuffled; CREATE TABLE shuffled (day date, cost numeric, beds int);
        INSERT INTO shuffled VALUES ${rows}`);
      return (await readFrom({ table: "shuffled" })).data.digest;
    };
    const [a, b, c] = ["('2026-04-01', 1, 1)", "('2026-04-02', 2, NULL)", "('2026-04-02', 2.50, NULL)"];
    assert.equal(await digest(`${a}, ${b}`), await digest(`${b}, ${a}`));
    assert.notEqual(await digest(`${a}, ${b}`), await digest(`${a}, ${c}`));
  });

  it("reads no amount from a column of binary fractions", async () => {
    const result = await query("SELECT date '2026-04-01' AS day, 0.1::float4 AS cost, 1 AS beds");
    assert.deepEqual(ids(result), ["binary-fractions"]);
  });

  it("takes names as they are, whatever stands in them", async () => {
    const name = `spells"; DROP TABLE kept; --`;
    const column = `cost "in pounds'`;
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await server.sql(`DROP TABLE IF EXISTS kept; CREATE TABLE kept (day date);
      DROP TABLE IF EXISTS ${quoted(name)}; CREATE TABLE ${quoted(name)} (day date, ${quoted(column)} numeric, "Beds" int);
      INSERT INTO ${quoted(name)} VALUES ('2026-04-01', 12.5, 3)`);
    const result = await readFrom({ table: name, columns: { cost: column, beds: "Beds" } });
    assert.equal(reported(result, "cost", "2026-04-01"), "12.5");
    await server.sql("DROP TABLE kept");
  });

  it("sets a row of more than two million characters aside, and reads the others", async () => {
    const result = await query(`
      SELECT '2026-04-01' AS day, '5' AS cost, NULL AS beds, repeat('x', 50000000) AS more
      UNION ALL SELECT '2026-04-02', '6', NULL, 'short'`);
    assert.deepEqual(asides(result), ["warehouse: spells.sql, row 1: is longer than 2 million characters"]);
    assert.equal(reported(result, "cost", "2026-04-01"), "6");
  });

  it("reads a table larger than what it holds at one time", async () => {
    const result = await query(
      "SELECT date '2026-04-01' + n % 365 AS day, n / 100.0 AS cost, 1 AS beds FROM generate_series(1, 60000) AS n",
    );
    assert.deepEqual(asides(result), []);
    assert.equal(reported(result, "beds", "2026-04-01"), "60000");
    assert.equal(reported(result, "cost", "2026-04-01"), "18000300");
  });

  describe("a query is one SELECT that only reads", () => {
    const fine = "SELECT date '2026-04-01' AS day, 5 AS cost, 1 AS beds";
    for (const text of [
      `${fine};\n`,
      `${fine} -- of all\n`,
      `-- all\nWITH a AS (${fine}) SELECT * FROM a ORDER BY 1`,
      "TABLE one",
    ]) {
      it(`so this is read: ${JSON.stringify(text)}`, async () => {
        await server.sql(`DROP TABLE IF EXISTS one; CREATE TABLE one AS ${fine}`);
        assert.equal(reported(await query(text), "cost", "2026-04-01"), "5");
      });
    }
    const others = [
      "DROP TABLE one",
      "DELETE FROM one RETURNING *",
      `${fine}; DROP TABLE one`,
      `${fine}) AS a; COMMIT; DROP TABLE one; SELECT * FROM (${fine}`,
      "WITH gone AS (DELETE FROM one RETURNING *) SELECT * FROM gone",
      `${fine} INTO two`,
      "SELECT day, cost, setval('counter', 5) AS beds FROM one",
      "COMMIT",
      "",
    ];
    for (const text of others) {
      it(`so this is not: ${JSON.stringify(text)}`, async () => {
        await server.sql(
          `DROP TABLE IF EXISTS one; CREATE TABLE one AS ${fine}; CREATE SEQUENCE IF NOT EXISTS counter`,
        );
        assert.deepEqual(ids(await query(text)), ["query-not-select"]);
        await server.sql("INSERT INTO one SELECT * FROM one LIMIT (SELECT 1 / count(*) FROM one)");
      });
    }
  });

  describe("what goes wrong is said in words, without a password", () => {
    const said = async (result: Promise<Awaited<ReturnType<typeof read>>>): Promise<string> => {
      const { problems, quarantine } = await result;
      const all = JSON.stringify([problems, quarantine]);
      assert.ok(!all.includes(server.password) && !all.includes("wrong one"), all);
      assert.ok(problems.every(({ fatal }) => fatal));
      return problems.map(({ message }) => message).join("\n");
    };
    const over = (variables: Readonly<Record<string, string>>, entry: object, database: object) =>
      said(withEnvironment(variables, () => read(of, { "data.json": manifest(entry, database) })));

    it("a table or a schema that is not there, or a column of a query", async () => {
      assert.equal(await said(readFrom({ table: "nothing" })), "The database has no table public.nothing");
      assert.equal(await said(readFrom({ schema: "none", table: "spells" })), "The database has no table none.spells");
      assert.equal(
        await said(query("SELECT x FROM nothing")),
        "The query names a table that the database does not have",
      );
      assert.equal(
        await said(query("SELECT wrong FROM extracts.spells")),
        "The query names a column that its tables do not have",
      );
    });

    it("a column that the contract reads and the table has not", async () => {
      const message = 'There is no column "cost"; there are day, beds';
      assert.equal(await said(query("SELECT date '2026-04-01' AS day, 1 AS beds")), message);
    });

    it("a value that a query stumbles over is not told", async () => {
      assert.equal(
        await said(
          query("SELECT CAST(note AS date) AS day, 1 AS cost, 1 AS beds FROM extracts.spells WHERE note <> ''"),
        ),
        "The database stopped with error 22007",
      );
    });

    it("a query that takes too long", async () => {
      const slow = { ...socket(), timeout: 1 };
      assert.equal(
        await said(query("SELECT date '2026-04-01' AS day, 1 AS cost, 1 AS beds FROM pg_sleep(60)", slow)),
        "The database took longer than the 1 s that it may and was stopped",
      );
    });

    it("a user who may not read", async () => {
      await server.sql(`DO $$ BEGIN CREATE ROLE guest LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`);
      assert.equal(
        await said(readFrom({ schema: "extracts", table: "spells" }, {}, { ...socket(), user: "guest" })),
        "The user guest may not read extracts.spells",
      );
    });

    it("a server that is not there, a database that it has not", async () => {
      const here = `The database warehouse cannot be reached at`;
      assert.equal(
        await over({}, { table: "spells" }, { ...byPort(), port: 1 }),
        `${here} 127.0.0.1, port 1: nothing listens there`,
      );
      assert.equal(
        await over({}, { table: "spells" }, { ...byPort(), host: "/nowhere" }),
        `${here} /nowhere: there is no such socket`,
      );
      assert.equal(
        await over({}, { table: "spells" }, { ...socket(), database: "nothing" }),
        "The server has no database called nothing",
      );
    });

    it("no password, a wrong one, and one that is meant for another server", async () => {
      const table = { schema: "extracts", table: "spells" };
      const none = "The server asks owner for a password, and nothing says one";
      assert.equal(await over({}, table, byPort()), none);
      assert.equal(await over({ PGPASSWORD: server.password }, table, byPort()), none);
      assert.equal(await over({ PGPASSWORD: server.password, PGHOST: "elsewhere" }, table, byPort()), none);
      assert.equal(
        await over({ PGPASSWORD: "wrong one", PGHOST: "127.0.0.1" }, table, byPort()),
        "The server does not let owner into the database postgres",
      );
    });

    it("a certificate that nobody vouches for", async function () {
      if (server.certificate === undefined) this.skip();
      const encrypted = { ...byPort(), host: "localhost", tls: "verified" };
      const password = { PGPASSWORD: server.password, PGHOST: "localhost" };
      assert.equal(
        await over(password, { table: "spells" }, encrypted),
        "The server cannot prove that it is localhost: its certificate is not one that this machine trusts",
      );
    });
  });

  describe("a password", () => {
    const table = { schema: "extracts", table: "spells" };
    const cost = { columns: { day: "discharged", beds: "beds" } };
    const rows = async (variables: Readonly<Record<string, string>>, database: object = byPort(), files = {}) => {
      const said = manifest({ ...table, ...cost }, database);
      const result = await withEnvironment(variables, () => read(of, { ...files, "data.json": said }));
      return result.data.quality[0]?.read ?? ids(result).join();
    };

    it("comes from PGPASSWORD, for the server that PGHOST names", async () => {
      assert.equal(await rows({ PGPASSWORD: server.password, PGHOST: "127.0.0.1" }), 6);
    });

    it("comes from a line of a password file, which nobody else may read", async () => {
      await inFolder({}, async (folder) => {
        const file = join(folder, "pgpass");
        const escaped = server.password.replace(/[\\:]/g, "\\$&");
        await writeFile(file, `# mine\nelsewhere:*:*:*:no\n127.0.0.1:${server.port}:*:owner:${escaped}\n`);
        await chmod(file, 0o600);
        assert.equal(await rows({ PGPASSFILE: file }), 6);
        await chmod(file, 0o644);
        assert.equal(await rows({ PGPASSFILE: file }), "password-file-open");
      });
    });

    it("goes over TLS to a server that proves who it is", async function () {
      if (server.certificate === undefined) this.skip();
      const files = { "authority.pem": await readFile(server.certificate!) };
      const database = { ...byPort(), host: "localhost", tls: "verified", certificate: "authority.pem" };
      assert.equal(await rows({ PGPASSWORD: server.password, PGHOST: "localhost" }, database, files), 6);
    });
  });

  it("stops at once where it is aborted, and says nothing else", async () => {
    const sql = "SELECT date '2026-04-01' AS day, 1 AS cost, 1 AS beds FROM pg_sleep(60)";
    const abort = new AbortController();
    await inFolder({ "spells.sql": sql, "data.json": manifest({ query: "spells.sql" }) }, async (folder) => {
      const reading = withEnvironment({}, () => readOutcomeData(of, folder, { signal: abort.signal }));
      const asleep =
        "SELECT 1 / count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%ORDER BY%' AND wait_event = 'PgSleep'";
      while (
        !(await server.sql(asleep).then(
          () => true,
          () => false,
        ))
      );
      abort.abort();
      await assert.rejects(reading, { name: "AbortError" });
    });
  });
});

const CSV = `person,discharged,method,cost,note,beds
p1,2026-04-01,elective,1234.50,"a, b",1
p2,2026-04-02,emergency,0.10,"two
lines",1
p3,2026-05-03,emergency,7.00,,1
p3,2026-05-03,emergency,7.00,,1
p4,2026-05-04,elective,1234567890123.45,"said ""yes""",1
p5,2026-06-05,other,3,x,1
`;
const SPELLS = `
  CREATE SCHEMA extracts;
  CREATE TABLE extracts.spells (person text, discharged date, method varchar(20), cost numeric(18, 4), note text, beds int);
  INSERT INTO extracts.spells VALUES ('p4', '2026-05-04', 'elective', 1234567890123.45, 'said "yes"', 1),
    ('p1', '2026-04-01', 'elective', 1234.5, 'a, b', 1), ('p2', '2026-04-02', 'emergency', 0.1, E'two\\nlines', 1),
    ('p3', '2026-05-03', 'emergency', 7, NULL, 1), ('p3', '2026-05-03', 'emergency', 7, NULL, 1),
    ('p5', '2026-06-05', 'other', 3, 'x', 1);`;
