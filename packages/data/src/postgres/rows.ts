import type { Client, FieldDef } from "pg";
import Cursor from "pg-cursor";

export type TextRow = readonly (string | null)[];

/** Of rows at hand at one time, about: memory grows with neither the table nor the width of its rows. */
const BATCH = 1 << 20;

/** The rows of a query, every cell the text that the server writes. Nothing becomes a number or a date on the way. */
export async function* textRows(client: Client, sql: string, signal: AbortSignal | undefined): AsyncGenerator<TextRow> {
  const cursor = client.query(
    new Cursor<TextRow>(sql, [], { rowMode: "array", types: { getTypeParser: () => (text: string) => text } as never }),
  );
  let count = 50;
  for (;;) {
    const rows = await cursor.read(count);
    signal?.throwIfAborted();
    if (rows.length === 0) return;
    yield* rows;
    const length = rows.reduce((sum, row) => sum + row.reduce((all, cell) => all + (cell?.length ?? 0), 8), 0);
    count = Math.min(10_000, Math.max(1, Math.ceil((BATCH * rows.length) / length)));
  }
}

/** The columns of a query. It is sent as one command: the server refuses a text that holds a second. */
export async function columnsOf(client: Client, sql: string): Promise<FieldDef[]> {
  const oneCommand = { text: sql, rowMode: "array" as const, queryMode: "extended" };
  return (await client.query(oneCommand)).fields;
}
