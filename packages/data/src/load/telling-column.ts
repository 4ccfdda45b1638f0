import { storedType } from "../convert/stored-type.js";
import type { Session } from "../engine/session.js";
import { SAMPLE } from "../quality/hints.js";
import { differentCellsSql, type ParquetColumn } from "../sql/parquet.js";
import type { StoredFile } from "./prepared.js";

/** The number of a record stands among the first columns, where there is one. */
const LOOKED_AT = 20;

/**
 * The column of a file that tells its rows apart, as the number of a record does; by its first rows, so later ones may have
 * the same. Whole numbers go before text: they are put in order sooner.
 */
export async function tellingColumn(
  session: Session,
  { path, columns }: StoredFile,
): Promise<ParquetColumn | undefined> {
  const kinds = columns.slice(0, LOOKED_AT).map((column) => ({ column, kind: storedType(column.type)?.kind }));
  const possible = ["whole", "text"].flatMap((wanted) => kinds.filter(({ kind }) => kind === wanted));
  if (possible.length === 0) return undefined;
  const asked = possible.map(({ column }) => column);
  const [[rows, ...different] = []] = await session.query(differentCellsSql(path, asked, SAMPLE));
  return asked.find((_, index) => different[index] === rows);
}
