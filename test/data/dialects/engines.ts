import { DuckDBInstance } from "@duckdb/node-api";
import pg from "pg";
import type { Row } from "../../../packages/data/src/memory/expression.js";
import { rowsOf } from "../../../packages/data/src/memory/relation.js";
import type { Relation } from "../../../packages/data/src/plan/relation.js";
import { createTable, dropTable, relationSql } from "../../../packages/data/src/sql/duckdb.js";
import { postgresWriter } from "../../../packages/data/src/sql/postgres.js";
import type { Server } from "../../support/postgresql.js";
import { ONE } from "./tables.js";

/** Someone who works plans out: its cells as text. */
export interface Plans {
  make(table: string, relation: Relation): Promise<void>;
  rows(relation: Relation): Promise<(string | null)[][]>;
  close(): Promise<void>;
}

const cellText = (cell: unknown): string | null => (cell === null ? null : String(cell));

export async function duckdb(): Promise<Plans> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE "${ONE}" AS SELECT 1 AS "nothing"`);
  return {
    make: async (table, relation) => {
      await connection.run(dropTable(table));
      await connection.run(createTable(table, relation));
    },
    rows: async (relation) => {
      const reader = await connection.runAndReadAll(relationSql(relation));
      return reader.getRows().map((row) => row.map(cellText));
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

export async function postgres(server: Server): Promise<Plans> {
  const client = new pg.Client({ host: server.socket, port: server.port, user: server.user, database: "postgres" });
  await client.connect();
  await client.query(`CREATE TEMPORARY TABLE "${ONE}" AS SELECT 1 AS "nothing"`);
  const types = { getTypeParser: (type: number) => (text: string) => (type === 16 ? `${text === "t"}` : text) };
  return {
    make: async (table, relation) => {
      await client.query(`DROP TABLE IF EXISTS "${table}"`);
      await client.query(`CREATE TEMPORARY TABLE "${table}" AS ${postgresWriter.relation(relation)}`);
    },
    rows: async (relation) => {
      const asked = { text: postgresWriter.relation(relation), rowMode: "array" as const, types: types as never };
      return (await client.query<(string | null)[]>(asked)).rows;
    },
    close: () => client.end(),
  };
}

export function memory(): Plans {
  const tables = new Map<string, readonly Row[]>([[ONE, [{ nothing: 1n }]]]);
  const found = (table: string) => tables.get(table) ?? [];
  const among = (table: string, name: string, value: unknown) =>
    found(table).some((row) => String(row[name]) === String(value));
  const work = (relation: Relation) => rowsOf(relation, { rows: found, among });
  return {
    make: async (table, relation) => void tables.set(table, work(relation)),
    rows: async (relation) => work(relation).map((row) => Object.values(row).map(cellText)),
    close: async () => undefined,
  };
}
