import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readOutcomeData } from "@concordat/data";
import { type ContractModel, settle, withoutProvenance } from "@concordat/model";
import { postgresql } from "../support/postgresql.js";
import { skip } from "../support/skip.js";
import { dataFolderOf, exampleContract } from "./support/example-contract.js";
import { jsonLines, storeIn, type Table, tableOf, workbook, writeParquet } from "./support/table-formats.js";

const NAME = "rochdale/rochdale.concordat";
const TABLES = ["spells", "surveys", "lists", "actual-cost"];
type Manifest = { sources: Record<string, object> };

describe("the same records in several formats", function () {
  this.timeout(300_000);
  const made = mkdtempSync(join(tmpdir(), "concordat-formats-"));
  const csv = (name: string): string => join(dataFolderOf(NAME), `${name}.csv`);
  let contract: ContractModel;
  let manifest: Manifest;
  let tables: Table[];
  let fromCsv: string;

  before(async function () {
    if (!existsSync(csv("spells"))) skip(this, "no data yet: node scripts/make-data/index.mjs writes it");
    contract = await exampleContract(NAME);
    manifest = JSON.parse(readFileSync(join(dataFolderOf(NAME), "data.json"), "utf8")) as Manifest;
    tables = TABLES.map((name) => tableOf(name, readFileSync(csv(name), "utf8")));
    fromCsv = await statementOf(dataFolderOf(NAME));
  });
  after(() => rmSync(made, { recursive: true }));

  /** All that a statement says but where its data lay. */
  async function statementOf(folder: string): Promise<string> {
    const { data, problems } = await readOutcomeData(contract, folder);
    assert.deepEqual(
      problems.filter(({ fatal }) => fatal),
      [],
    );
    return JSON.stringify(withoutProvenance(settle(contract, data, { software: "concordat", contractDigest: "0" })));
  }

  const folderWith = (
    name: string,
    files: Readonly<Record<string, string | Buffer>>,
    said: object = manifest,
  ): string => {
    const folder = join(made, name);
    mkdirSync(folder);
    for (const [file, bytes] of Object.entries(files)) writeFileSync(join(folder, file), bytes);
    writeFileSync(join(folder, "data.json"), JSON.stringify(said));
    return folder;
  };
  const each = (ending: string, write: (table: Table) => string | Buffer) =>
    Object.fromEntries(tables.map((table) => [table.name + ending, write(table)]));

  it("are enough to tell: payments of three years from more than 100,000 rows, with rows set aside", () => {
    const { periods, quality } = JSON.parse(fromCsv) as {
      periods: { payments: { amount: string | null }[] }[];
      quality: { read: number; quarantined: number }[];
    };
    assert.ok(quality[0]!.read > 100_000 && quality[0]!.quarantined > 0);
    assert.ok(periods.flatMap(({ payments }) => payments).filter(({ amount }) => amount !== null).length > 20);
    const kinds = new Set(tables.flatMap(({ columns }) => columns.map(({ type }) => type)));
    assert.deepEqual([...kinds].sort(), ["BIGINT", "DATE", "DECIMAL(18, 4)", "VARCHAR"]);
  });

  it("give the same bytes of statement from CSV packed with gzip", async () => {
    assert.ok(
      (await statementOf(
        folderWith(
          "gzip",
          each(".csv.gz", ({ name }) => gzipSync(readFileSync(csv(name)))),
        ),
      )) === fromCsv,
    );
  });

  it("give the same bytes of statement from Parquet", async () => {
    const folder = folderWith("parquet", {});
    for (const table of tables) await writeParquet(table, csv(table.name), folder);
    assert.ok((await statementOf(folder)) === fromCsv);
  });

  it("give the same bytes of statement from JSON lines", async () => {
    assert.ok((await statementOf(folderWith("json-lines", each(".jsonl", jsonLines)))) === fromCsv);
  });

  it("give the same bytes of statement from workbooks", async () => {
    assert.ok((await statementOf(folderWith("workbooks", each(".xlsx", workbook)))) === fromCsv);
  });

  it("give the same bytes of statement from PostgreSQL", async function () {
    const server = await postgresql(this);
    await server.sql("CREATE SCHEMA rochdale");
    for (const table of tables) await storeIn(server, "rochdale", table);
    const { socket: host, port, user } = server;
    const sources = TABLES.map((table) => [table, { ...manifest.sources[table], schema: "rochdale", table }]);
    const databases = { warehouse: { host, port, user, database: "postgres" } };
    const folder = folderWith("postgresql", {}, { ...manifest, databases, sources: Object.fromEntries(sources) });
    assert.ok((await statementOf(folder)) === fromCsv);
  });

  it("give other bytes where one penny differs", async () => {
    const files = each(".csv", ({ name }) => readFileSync(csv(name)));
    const costs = files["actual-cost.csv"]!.toString().replace(/\d$/gm, (penny) => `${(Number(penny) + 1) % 10}`);
    assert.ok((await statementOf(folderWith("penny", { ...files, "actual-cost.csv": costs }))) !== fromCsv);
  });
});
