import type { Session } from "../engine/session.js";
import { all, column, compare, type Expression } from "../plan/expression.js";
import { FINGERPRINT, HASH, KEY, ROW } from "../plan/names.js";
import { filter, join, project, scan } from "../plan/relation.js";
import type { QuarantinedRow } from "../quarantine.js";
import { createTable, dropTable } from "../sql/duckdb.js";
import { createRawTable, repeatedCellsSql } from "../sql/parquet.js";
import { countOf } from "./count.js";
import type { Locate } from "./order.js";
import { FIRST, findRepeats, REPEATED } from "./repeats.js";
import { placesOf, setApart } from "./take-out.js";

const [CANDIDATES, DOUBTFUL, LATER] = ["repeated cells", "doubtful rows", "later rows"] as const;

/**
 * Sets every row apart that is equal to an earlier one. What tells most rows apart is put in order alone, eight bytes a row:
 * first the one column that does, and where that leaves too many in doubt, the hash of all. Only rows that share it are
 * compared. Undefined where there are more than `most`.
 */
export async function setRepeatsApart(
  session: Session,
  name: string,
  { most, details, locate }: { readonly most: number; readonly details: number; readonly locate: Locate },
): Promise<QuarantinedRow[] | undefined> {
  const names = placesOf(name);
  try {
    const doubtful = (await rowsAlike(session, names, KEY, FEW)) ?? (await rowsAlike(session, names, HASH, most));
    if (doubtful === undefined) return undefined;
    if (doubtful === 0) return [];
    const found = await findRepeats(session, DOUBTFUL, details, locate);
    const later = filter(join(scan(DOUBTFUL), scan(REPEATED), FINGERPRINT), compare(column(ROW), ">", column(FIRST)));
    await session.run(createTable(LATER, project(later, [{ name: ROW, of: column(ROW) }])));
    await setApart(session, name, LATER);
    return found;
  } finally {
    for (const table of [CANDIDATES, DOUBTFUL, LATER, REPEATED]) await session.run(dropTable(table)).catch(() => {});
  }
}

/** Rows to compare are read again, as text: so many are soon done. */
const FEW = 10_000;

/** Makes a table of the rows that share a cell of this column with another, and counts them; undefined where they are more than `most`. */
async function rowsAlike(
  session: Session,
  names: ReturnType<typeof placesOf>,
  alike: typeof KEY | typeof HASH,
  most: number,
): Promise<number | undefined> {
  for (const table of [CANDIDATES, DOUBTFUL]) await session.run(dropTable(table));
  await session.run(createRawTable(CANDIDATES, repeatedCellsSql(names.stored, alike)));
  const cells = await countOf(session, CANDIDATES);
  if (cells === 0 || cells > most) return cells === 0 ? 0 : undefined;
  const among = (of: string, table: string): Expression => ({ op: "among", of: column(of), table, column: of });
  // What is apart and was not converted is bad, and has its reason.
  const bad = all([among(ROW, names.apart), { op: "not", of: among(ROW, names.converted) }]);
  const doubtful = filter(scan(names.text), all([among(alike, CANDIDATES), { op: "not", of: bad }]));
  const columns = [ROW, FINGERPRINT].map((name) => ({ name, of: column(name) }));
  await session.run(createTable(DOUBTFUL, project(doubtful, columns)));
  const rows = await countOf(session, DOUBTFUL);
  return rows > most ? undefined : rows;
}
