import type { Session } from "../engine/session.js";
import { all, column, compare, type Expression } from "../plan/expression.js";
import { FINGERPRINT, HASH, ROW } from "../plan/names.js";
import { filter, join, project, scan } from "../plan/relation.js";
import type { QuarantinedRow } from "../quarantine.js";
import { createTable, dropTable } from "../sql/duckdb.js";
import { createRawTable, repeatedHashesSql } from "../sql/parquet.js";
import { countOf } from "./count.js";
import type { Locate } from "./order.js";
import { FIRST, findRepeats, REPEATED } from "./repeats.js";
import { placesOf, setApart } from "./take-out.js";

const [CANDIDATES, DOUBTFUL, LATER] = ["repeated hashes", "doubtful rows", "later rows"];

/**
 * Sets every row apart that is equal to an earlier one. Hashes alone are put in order, eight bytes a row; only rows that
 * share one are compared. Undefined where there are more than `most`.
 */
export async function setRepeatsApart(
  session: Session,
  name: string,
  { most, details, locate }: { readonly most: number; readonly details: number; readonly locate: Locate },
): Promise<QuarantinedRow[] | undefined> {
  const names = placesOf(name);
  try {
    await session.run(createRawTable(CANDIDATES!, repeatedHashesSql(names.stored)));
    if ((await countOf(session, CANDIDATES!)) === 0) return [];
    const among = (of: string, table: string): Expression => ({ op: "among", of: column(of), table, column: of });
    // What is apart and was not converted is bad, and has its reason.
    const bad = all([among(ROW, names.apart), { op: "not", of: among(ROW, names.converted) }]);
    const doubtful = filter(scan(names.text), all([among(HASH, CANDIDATES!), { op: "not", of: bad }]));
    const columns = [ROW, FINGERPRINT].map((name) => ({ name, of: column(name) }));
    await session.run(createTable(DOUBTFUL!, project(doubtful, columns)));
    if ((await countOf(session, DOUBTFUL!)) > most) return undefined;
    const found = await findRepeats(session, DOUBTFUL!, details, locate);
    const later = filter(join(scan(DOUBTFUL!), scan(REPEATED), FINGERPRINT), compare(column(ROW), ">", column(FIRST)));
    await session.run(createTable(LATER!, project(later, [{ name: ROW, of: column(ROW) }])));
    await setApart(session, name, LATER!);
    return found;
  } finally {
    for (const table of [CANDIDATES!, DOUBTFUL!, LATER!, REPEATED]) {
      await session.run(dropTable(table)).catch(() => undefined);
    }
  }
}
