import { type CardLine, type Duration, daysBetween, type FieldType, nextDay, type RecordSet } from "@concordat/model";
import { all, column, compare, date, type Expression, known, missing, whole } from "../plan/expression.js";
import { nameOf, ROW } from "../plan/names.js";
import { aggregate, filter, project, type Relation, running, scan } from "../plan/relation.js";
import { later } from "../plan/window.js";
import { conditionExpression } from "./condition.js";
import { personOf, type RecordsAtHand } from "./follow-up.js";

/** Columns of what may be paid: whose it is, on which day, by which row. */
export const [PERSON, DAY, PLACE] = ["paid person", "paid day", "paid place"] as const;
const [END, REACHED, NEW, STRETCH, RANK, TIMES] = ["end", "reached", "is new", "stretch", "rank", "times"] as const;

/** The term, half-open: only rows dated in it count. */
export interface Term {
  readonly from: string;
  readonly to: string;
}

/** What happened to persons that a line pays for, before any limit. */
export function paidEvents(line: CardLine, { records, coverage }: RecordsAtHand, term: Term): Relation {
  const rows = countedRows(line, records, term);
  switch (line.paidFor.kind) {
    case "each":
      return eventsOf(rows, records);
    case "first":
      return firstOf(eventsOf(rows, records));
    case "when": {
      const { lasts } = line.paidFor;
      return firstOf(completed(unbroken(rows, records, coverage.to), later(column(DAY), lasts)));
    }
    case "every": {
      const { lasts } = line.paidFor;
      const from = unbroken(rows, records, coverage.to);
      const counted: Relation = { kind: "times", from, to: mostTimes(lasts, term), as: TIMES };
      return completed(counted, later(column(DAY), lasts, column(TIMES)));
    }
  }
}

function countedRows(line: CardLine, records: RecordSet, term: Term): Relation {
  const typeOf = (field: string): FieldType => records.fields.find(({ name }) => name === field)!.type;
  const day = column(nameOf(records.datedBy));
  const inTerm = [compare(day, ">=", date(term.from)), compare(day, "<", date(term.to))];
  const condition = line.where ? [conditionExpression(line.where, typeOf)] : [];
  return filter(scan(nameOf(records.name)), all([...inTerm, ...condition]));
}

const columnsOf = (records: RecordSet): { name: string; of: Expression }[] => [
  { name: PERSON, of: column(nameOf(personOf(records))) },
  { name: DAY, of: column(nameOf(records.datedBy)) },
  { name: PLACE, of: column(ROW) },
];

const eventsOf = (rows: Relation, records: RecordSet): Relation => project(rows, columnsOf(records));

/** Of each person the earliest; on one day, the one whose row stands first. */
function firstOf(events: Relation): Relation {
  const ranked = running(events, [column(PERSON)], [column(DAY), column(PLACE)], { name: RANK, how: "place" });
  return project(filter(ranked, compare(column(RANK), "=", whole(1))), kept(column(DAY)));
}

const kept = (day: Expression): { name: string; of: Expression }[] => [
  { name: PERSON, of: column(PERSON) },
  { name: DAY, of: day },
  { name: PLACE, of: column(PLACE) },
];

/**
 * The stretches of days through which a person was in the state: rows that touch or overlap are one. A row's last day is
 * inside; a row without one lasts to the day that the data is known to, and no row lasts beyond that (rule 12).
 */
function unbroken(rows: Relation, records: RecordSet, knownTo: string): Relation {
  const until = column(nameOf(records.lastingTo!));
  const afterKnown = date(nextDay(knownTo));
  const ended = all([known(until), compare(until, "<=", date(knownTo))]);
  const end: Expression = {
    op: "choose",
    cases: [{ when: ended, gives: later(until, { count: 1, unit: "day" }) }],
    otherwise: afterKnown,
  };
  const states = project(rows, [...columnsOf(records), { name: END, of: end }]);
  const real = filter(states, compare(column(DAY), "<", column(END)));
  const order = [column(DAY), column(PLACE)];
  const reached = running(real, [column(PERSON)], order, { name: REACHED, how: "highest-before", of: column(END) });
  const isNew: Expression = {
    op: "choose",
    cases: [
      { when: missing(column(REACHED)), gives: whole(1) },
      { when: compare(column(DAY), ">", column(REACHED)), gives: whole(1) },
    ],
    otherwise: whole(0),
  };
  const begun = project(reached, [...kept(column(DAY)), { name: END, of: column(END) }, { name: NEW, of: isNew }]);
  const numbered = running(begun, [column(PERSON)], order, { name: STRETCH, how: "up-to", of: column(NEW) });
  return aggregate(
    numbered,
    [PERSON, STRETCH].map((name) => ({ name, of: column(name) })),
    [
      { name: DAY, how: "lowest", of: column(DAY) },
      { name: END, how: "highest", of: column(END) },
      { name: PLACE, how: "lowest", of: column(PLACE) },
    ],
  );
}

/** The stretches that last up to the day before `day`, which is the day on which they are complete. */
const completed = (stretches: Relation, day: Expression): Relation =>
  project(filter(stretches, compare(day, "<=", column(END))), kept(day));

/** More often than this a state cannot last so long in the term. */
function mostTimes({ count, unit }: Duration, { from, to }: Term): number {
  const shortest = { day: 1, week: 7, month: 28, year: 365 }[unit] * count;
  return Math.floor(daysBetween(from, to) / shortest) + 1;
}
