import { dateLayout } from "../convert/date.js";
import { EngineError } from "../engine/session.js";
import { COLUMN_LIMIT } from "../files/header.js";
import { sha256Of, stamp } from "../files/on-disk.js";
import { engineProblem, problem } from "../problems.js";
import { formatInWords } from "../sources/formats.js";
import {
  countParquetSql,
  describeParquetSql,
  isBinaryFraction,
  type ParquetColumn,
  readParquetSql,
  staysInPlace,
} from "../sql/parquet.js";
import type { Prepare } from "./prepare.js";

/** Looks at a Parquet file's columns, which name and type themselves. The engine reads it where it lies. */
export const prepareParquet: Prepare = async (file, settings, session, signal) => {
  let sha256: string | undefined;
  try {
    const before = await stamp(file.path);
    sha256 = await sha256Of(file.path, signal);
    const described = await session.query(describeParquetSql(file.path));
    const columns = described.map(([name, type]): ParquetColumn => ({ name: String(name), type: String(type) }));
    if (columns.length > COLUMN_LIMIT) return { sha256, problem: problem("header-too-long", file.name) };
    const layout = dateLayout(settings.dateFormat ?? "iso");
    const [[rows] = []] = await session.query(countParquetSql(file.path));
    return {
      sha256,
      prepared: {
        name: file.name,
        columns: columns.map(({ name }) => name.trim()),
        from: readParquetSql(file.path, columns, layout),
        reader: "parquet",
        firstRow: 1,
        rows: Number(rows),
        blanks: [],
        rejected: [],
        binaryFractions: columns.filter(isBinaryFraction).map(({ name }) => name.trim()),
        ...(staysInPlace(columns) ? { stored: { path: file.path, columns, dateLayout: layout } } : {}),
        unchanged: async () => (await stamp(file.path)) === before,
      },
    };
  } catch (error) {
    signal?.throwIfAborted();
    const digest = sha256 === undefined ? {} : { sha256 };
    if (error instanceof EngineError) return { ...digest, problem: engineProblem(error, file.name) };
    if (!(error instanceof Error && "code" in error)) throw error;
    return { ...digest, problem: problem("unreadable", file.name, { as: formatInWords(file.name) }) };
  }
};
