import { type ContractModel, calendarOf, hiddenAmong, isSmall } from "@concordat/model";
import type { DataProblem } from "../problems.js";
import { type ReadOptions, readSources } from "../read.js";
import type { LoadedTable } from "../read-source.js";
import { describeColumns, type ExactColumn } from "./columns.js";
import type { ColumnDescription, DataDescription, ShownCount, TableDescription } from "./description.js";
import { countsByPeriod } from "./periods.js";

interface ExactTable {
  readonly table: LoadedTable;
  readonly columns: readonly ExactColumn[];
  readonly periods: readonly { readonly period: string; readonly count: number }[];
}

/**
 * What stands in the tables of a contract: counts, gaps and ranges by column, rows by period. It never names a pseudonym,
 * and holds no count that `data.json` says is too small to be shown, nor one from which such a count follows.
 */
export async function describeOutcomeData(
  contract: ContractModel,
  source: string,
  options: ReadOptions = {},
): Promise<{ description: DataDescription; problems: DataProblem[] }> {
  const tables: ExactTable[] = [];
  const calendar = calendarOf(contract.term, contract.yearStarts);
  const kind = contract.settled === "term" ? "year" : contract.settled;
  const { data, problems } = await readSources(contract, source, options, async (table, below) => {
    const [columns, periods] = [await describeColumns(table, below), await countsByPeriod(table, kind, calendar)];
    tables.push({ table, columns, periods });
  });
  const below = data.suppressBelow;
  const description: DataDescription = {
    tables: tables.map((each) => shownTable(each, below)),
    ...(below === undefined ? {} : { suppressBelow: below }),
  };
  return { description, problems };
}

function shownTable({ table, columns, periods }: ExactTable, limit: number | undefined): TableDescription {
  const [read, used, quarantined] = (["read", "used", "quarantined"] as const).map((what) =>
    table.loaded.quality.reduce((sum, file) => sum + file[what], 0),
  );
  // Rows of figures are of periods and places, not of persons.
  const below = table.values === undefined ? limit : undefined;
  const hidden = hiddenAmong(
    periods.map(({ count }) => count),
    below,
  );
  const aside = isSmall(quarantined!, below);
  return {
    name: table.name,
    file: table.shown,
    role: table.values === undefined ? "records" : "figures",
    // What was read, less what is used, would tell what was set aside.
    read: aside || isSmall(read!, below) ? "not shown" : read!,
    used: isSmall(used!, below) ? "not shown" : used!,
    quarantined: aside ? "not shown" : quarantined!,
    columns: columns.map((column) => shownColumn(column, below)),
    periods: periods.map(({ period, count }, index) => ({ period, count: hidden[index] ? "not shown" : count })),
  };
}

/** Counts that people can set against one total. */
const shownTogether = (counts: readonly number[], below: number | undefined): ShownCount[] => {
  const hidden = hiddenAmong(counts, below);
  return counts.map((count, index) => (hidden[index] ? "not shown" : count));
};

function shownColumn(
  { filled, missing, wrong, different, frequent, ...rest }: ExactColumn,
  below: number | undefined,
): ColumnDescription {
  const [cells, gaps] = shownTogether([filled, missing], below);
  const rows =
    frequent === undefined
      ? []
      : shownTogether(
          frequent.map((each) => each.rows),
          below,
        );
  return {
    ...rest,
    filled: cells!,
    missing: gaps!,
    wrong: isSmall(wrong, below) ? "not shown" : wrong,
    ...(different === undefined ? {} : { different: isSmall(different, below) ? "not shown" : different }),
    ...(frequent === undefined
      ? {}
      : { frequent: frequent.map(({ value }, index) => ({ value, rows: rows[index]! })) }),
  };
}
