import { type ColumnType, type Expression, matches, onlyWhere } from "../plan/expression.js";

/** Digits before the point: plain, or in groups of three with commas. */
export const DIGITS = String.raw`(\d+|\d{1,3}(,\d{3})+)`;

/** Held exactly, with room for a sum over any number of rows that fits a machine. */
export const MONEY: ColumnType & { type: "decimal" } = { type: "decimal", digits: 18, scale: 2 };
export const NUMBER: ColumnType & { type: "decimal" } = { type: "decimal", digits: 30, scale: 18 };

/** Reads as a type, without these marks, only what has the form: the engine's own reading rounds, and takes 1e5. */
export const readWhere = (cell: Expression, pattern: string, marks: string, type: ColumnType): Expression =>
  onlyWhere(matches(cell, pattern), { op: "read-as", of: { op: "without", of: cell, characters: marks }, type });

const SHORT: ColumnType = { type: "decimal", digits: 18, scale: 6 };

/** The same for decimals of many digits: reading those is slow, so what has few digits is read as such. */
export const readDecimalWhere = (
  cell: Expression,
  pattern: string,
  marks: string,
  type: ColumnType,
  convert: (read: Expression) => Expression,
): Expression => {
  const read = (as: ColumnType): Expression => ({
    op: "read-as",
    of: { op: "without", of: cell, characters: marks },
    type: as,
  });
  const [short, long] = [read(SHORT), read(type)].map(
    (each): Expression => ({ op: "as", of: convert(each), type: NUMBER }),
  );
  return onlyWhere(matches(cell, pattern), {
    op: "choose",
    cases: [{ when: matches(cell, String.raw`-?\d{1,12}(\.\d{1,6})? ?%?`), gives: short! }],
    otherwise: long!,
  });
};
