import { calendarOf, type InputValue, periodsOf } from "@concordat/model";
import { EngineError } from "../engine/session.js";
import { load } from "../load/load.js";
import { type LoadField, shownOf } from "../load/order.js";
import type { PreparedFile } from "../load/prepared.js";
import { column } from "../plan/expression.js";
import { nameOf } from "../plan/names.js";
import type { Relation } from "../plan/relation.js";
import { type DataProblem, problem } from "../problems.js";
import { outsideTerm } from "../quality/outside-term.js";
import { furtherFields, rulesOf } from "../quality/rules-of.js";
import type { ReadContext, SourceRead } from "../read-source.js";
import type { RecordsNeed } from "../sources/needs.js";
import type { Source } from "../sources/resolve.js";
import { relationSql } from "../sql/duckdb.js";
import { computeCohortTallies } from "./cohort-tallies.js";
import { coverageOf, earlierOf, whyNotCovered } from "./coverage.js";
import { derivedFrom, forgetDerived, storeDerived } from "./derived.js";
import { metricCount } from "./metric-count.js";
import { periodColumn, periodNumber } from "./periods.js";
import { cardsOf, computeCard } from "./rate-card.js";
import { computeTallies, talliesOf } from "./tallies.js";
import { unreadRecords } from "./unread-records.js";

/** Loads the rows of a set of records once and works out every tally of them, or says how to when all are loaded. */
export async function readRecords(
  source: Source,
  need: RecordsNeed,
  files: readonly PreparedFile[],
  context: ReadContext,
): Promise<SourceRead> {
  const { session, contract, cells, knownTo, details, atHand } = context;
  const { records } = need;
  const calendar = calendarOf(contract.term, contract.yearStarts);
  const fields = fieldsOf(need, source, files);
  if ("problems" in fields) return { values: unreadRecords(source, need, contract), problems: fields.problems };
  const taken = derivedFrom(contract, records);
  const sets = [records, ...taken];
  const kinds = new Set(sets.flatMap(({ name }) => talliesOf(contract, name).flatMap((tally) => tally.each)));
  for (const { derived } of taken) if (derived?.pick?.each) kinds.add(derived.pick.each);
  const ruled = rulesOf(source, fields.fields, { ...context, datedBy: records.datedBy });
  if (ruled.problems.length > 0) return { values: unreadRecords(source, need, contract), problems: ruled.problems };
  const all = await load(session, {
    name: records.name,
    files,
    fields: fields.fields,
    context: { ...cells, dateFormat: source.settings.dateFormat ?? "iso" },
    derived: [...kinds].map((kind) => ({
      name: periodColumn(kind),
      of: periodNumber(column(nameOf(records.datedBy)), periodsOf(kind, calendar)),
    })),
    details,
    rules: ruled.rules,
    shown: source.shown,
  });
  if ("id" in all) return { values: unreadRecords(source, need, contract), problems: [all] };
  const covered = await coverageOf(session, source, records.datedBy, { term: calendar, knownTo });
  const { coverage } = covered;
  const header = fields.fields.find(({ name }) => name === records.datedBy)!.header;
  const { loaded, problems: beyond } = await outsideTerm(
    session,
    { source, records, loaded: all, header },
    { contract, term: calendar, details, suppressBelow: context.suppressBelow },
  );
  const problems = [...all.told, ...covered.problems, ...beyond];
  if (context.look !== undefined) {
    const { name, datedBy } = records;
    const ask = (relation: Relation) => session.query(relationSql(relation));
    await context.look({ ask, name, shown: source.shown, fields: fields.fields, loaded, datedBy });
    return { values: [], problems, loaded };
  }
  await storeDerived(taken, session);
  for (const set of sets)
    if (coverage !== undefined)
      atHand.set(set.name, {
        records: set,
        coverage,
        knownTo: earlierOf(knownTo ?? coverage.to, source.settings.extracted),
      });
  const extract = `the extract of ${records.name}`;
  const whyNot = (period: Parameters<typeof whyNotCovered>[0]) => whyNotCovered(period, coverage, extract);
  const ask = (relation: Relation) => session.query(relationSql(relation));
  const told = { ask, contract, calendar, whyNot, shown: source.shown, extract, atHand };
  const worked = async (): Promise<InputValue[]> => {
    const values: InputValue[] = [];
    const shared = { ...told, begins: metricCount(session.watch, source.shown, contract, sets) };
    for (const set of sets) {
      values.push(...(await computeTallies(set, shared)), ...(await computeCohortTallies(set, shared)));
      for (const card of cardsOf(contract, set.name)) values.push(...(await computeCard(card, shared)));
    }
    if (!context.linked.has(records.name)) await forgetDerived(taken, session);
    return values;
  };
  const tallied = async (): Promise<InputValue[]> => {
    const steady = async () => {
      if (!(await loaded.unchanged())) throw new EngineError("steadiness");
    };
    const values = await worked().catch(async (error: unknown) => {
      // What cannot be read any longer may have been written to meanwhile.
      if (error instanceof EngineError) await steady();
      throw error;
    });
    await steady();
    return values;
  };
  return context.linked.has(records.name)
    ? { values: [], problems, loaded, whenAllAreRead: tallied }
    : { values: await tallied(), problems, loaded };
}

function fieldsOf(
  { records }: RecordsNeed,
  source: Source,
  files: readonly PreparedFile[],
): { fields: LoadField[] } | { problems: DataProblem[] } {
  const own = records.fields.map(
    (field): LoadField => ({ ...field, header: source.settings.columns?.[field.name] ?? field.name }),
  );
  const fields = [...own, ...furtherFields(source.settings, own)];
  const problems = files.flatMap((file) =>
    fields
      .filter(({ header }) => !file.columns.includes(header))
      .map(({ header }) => problem("column-missing", file.name, { column: header, ...shownOf(file, fields) })),
  );
  return problems.length > 0 ? { problems } : { fields };
}
