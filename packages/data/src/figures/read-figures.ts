import { calendarOf } from "@concordat/model";
import type { Cell } from "../engine/session.js";
import type { Loaded } from "../load/load.js";
import type { LoadOrder } from "../load/order.js";
import type { TableFile } from "../load/prepared.js";
import type { Relation } from "../plan/relation.js";
import type { DataProblem } from "../problems.js";
import { missingFigures } from "../quality/missing-figures.js";
import { rulesOf } from "../quality/rules-of.js";
import type { ReadContext, SourceRead } from "../read-source.js";
import type { FiguresNeed } from "../sources/needs.js";
import type { Source } from "../sources/resolve.js";
import { collectFigures } from "./collect.js";
import { figureColumns } from "./columns.js";
import { figureCells, figureRows } from "./rows.js";

/** Who loads a table, and works out what is asked of it. */
export interface FigureEngine<File extends TableFile> {
  load(order: LoadOrder<File>): Promise<Pick<Loaded, "quality" | "quarantine" | "locate" | "told"> | DataProblem>;
  ask(relation: Relation): Promise<Cell[][]>;
}

/** Reads reported figures: one value for each filled cell. An empty cell is not reported, and never 0 (rule 11). */
export async function readFigures<File extends TableFile>(
  source: Source,
  need: FiguresNeed,
  files: readonly File[],
  context: Pick<ReadContext, "contract" | "cells" | "details" | "keeps" | "keptKeys">,
  engine: FigureEngine<File>,
): Promise<SourceRead> {
  const { contract, cells, details } = context;
  const found = figureColumns(need, source, files);
  if (!("columns" in found)) return { values: [], problems: found.problems };
  const { columns } = found;
  const ruled = rulesOf(source, columns.fields, context);
  const wrong = [...found.problems, ...ruled.problems];
  if (ruled.problems.length > 0) return { values: [], problems: wrong };
  const loaded = await engine.load({
    name: need.name,
    files,
    fields: columns.fields,
    context: { ...cells, dateFormat: source.settings.dateFormat ?? "iso" },
    derived: [],
    details,
    rules: ruled.rules,
    shown: source.shown,
  });
  if ("id" in loaded) return { values: [], problems: [...wrong, loaded] };
  const rows = figureRows(await engine.ask(figureCells(need.name, columns)), columns, loaded.locate);
  const calendar = calendarOf(contract.term, contract.yearStarts);
  const { values, quarantine } = collectFigures(rows, columns, calendar);
  const problems = [
    ...wrong,
    ...loaded.told,
    ...missingFigures(values, columns, { contract, calendar, shown: source.shown }),
  ];
  const quality = loaded.quality.map((each) => {
    const lost = quarantine.filter((row) => row.file === each.file).length;
    return { ...each, used: each.used - lost, quarantined: each.quarantined + lost };
  });
  return { values, problems, loaded: { quality, quarantine: [...loaded.quarantine, ...quarantine] } };
}
