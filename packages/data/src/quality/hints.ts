import type { Conversion } from "../convert/conversion.js";
import { conversionOf } from "../convert/conversion.js";
import type { Cell } from "../engine/session.js";
import type { LoadField, LoadOrder } from "../load/order.js";
import type { TableFile } from "../load/prepared.js";
import { all, column, type Expression, known, matches } from "../plan/expression.js";
import { cellName, valueName } from "../plan/names.js";
import { aggregate, type Measure, project, type Relation } from "../plan/relation.js";
import { type DataProblem, problem } from "../problems.js";
import { type Looks, type Seen, signsOf } from "./signs.js";

/** So many rows are looked at: what is wrong with a column is wrong from the beginning. */
export const SAMPLE = 10_000;

/** Works a relation out. */
type Ask = (relation: Relation) => Promise<Cell[][]>;

/** What a column looks like where it is not what it should be, by its first rows: told, and never acted on. No cell is shown. */
export async function hintsAbout(
  ask: Ask,
  order: LoadOrder<TableFile>,
  conversions: readonly Conversion[],
  first: Relation,
): Promise<DataProblem[]> {
  const { fields, context, shown = order.name } = order;
  const looks = fields.map((field): Looks => ({ ...signsOf(field.type, context.dateFormat) }));
  const cells = fields.map((_, index) => ({ name: cellName(index), of: column(cellName(index)) }));
  const values = conversions.map(({ value }, index) => ({ name: valueName(index), of: value }));
  const sample = project(first, [...cells, ...values]);
  const measures = fields.flatMap((_, index): Measure[] => [
    { name: `known ${index}`, how: "count", of: column(cellName(index)) },
    { name: `sound ${index}`, how: "count", of: column(valueName(index)) },
    ...looks[index]!.patterns.map(
      (pattern, at): Measure => ({
        name: `sign ${index} ${at}`,
        how: "count",
        where: matches(column(cellName(index)), pattern),
      }),
    ),
  ]);
  if (measures.length === 0) return [];
  const [row = []] = await ask(aggregate(sample, [], measures));
  const counts = new Map(measures.map(({ name }, at) => [name, Number(row[at])]));
  const seen = fields.map((field, index): Seen => {
    const count = (name: string): number => counts.get(name) ?? 0;
    return {
      column: field.header,
      known: count(`known ${index}`),
      sound: count(`sound ${index}`),
      signs: looks[index]!.patterns.map((_, at) => count(`sign ${index} ${at}`)),
    };
  });
  const told = fields.flatMap((_, index) => looks[index]!.tells(seen[index]!, shown));
  return [...told, ...(await shifted(ask, order, seen, first))];
}

/** Columns of which hardly a cell is sound, while those of a neighbour in the file would be. */
async function shifted(
  ask: Ask,
  { fields, files, context, shown, name }: LoadOrder<TableFile>,
  seen: readonly Seen[],
  sample: Relation,
): Promise<DataProblem[]> {
  const place = ({ header }: LoadField): number => files[0]?.columns.indexOf(header) ?? -1;
  const pairs = fields.flatMap((field, index) => {
    const { known: cells, sound } = seen[index]!;
    const plain = field.type.type === "pseudonym" || field.type.type === "text";
    if (plain || cells < 3 || sound * 10 > cells) return [];
    return fields.flatMap((other, at) => (Math.abs(place(other) - place(field)) === 1 ? [{ field, other, at }] : []));
  });
  if (pairs.length === 0) return [];
  const fits = pairs.map(({ field, at }, index) => {
    const cell = column(cellName(at));
    return { name: `fits ${index}`, of: fit(conversionOf(field.type, cell, context)) };
  });
  const others = pairs.map(({ at }, index) => ({ name: `there ${index}`, of: known(column(cellName(at))) }));
  const measures = pairs.flatMap((_, index): Measure[] => [
    { name: `a ${index}`, how: "count", where: column(`fits ${index}`) },
    { name: `b ${index}`, how: "count", where: column(`there ${index}`) },
  ]);
  const [row = []] = await ask(aggregate(project(sample, [...fits, ...others]), [], measures));
  return pairs
    .filter(
      (_, index) => Number(row[2 * index + 1]) >= 3 && Number(row[2 * index]) * 10 >= Number(row[2 * index + 1]) * 9,
    )
    .map(({ field, other }) => problem("columns-shifted", shown ?? name, { column: field.header, fits: other.header }));
}

const fit = ({ value, accepts }: Conversion): Expression =>
  accepts === undefined ? known(value) : all([known(value), accepts(value)]);
