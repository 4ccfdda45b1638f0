import { type FieldType, type FollowUp, type IsoDate, type RecordSet, showDate, type Tally } from "@concordat/model";
import { all, column, compare, date, type Expression } from "../plan/expression.js";
import { nameOf, ROW } from "../plan/names.js";
import { filter, matched, project, type Relation, scan } from "../plan/relation.js";
import { later } from "../plan/window.js";
import { conditionExpression } from "./condition.js";
import type { Coverage } from "./coverage.js";

/** A set of records whose table stands in the engine, with what its extract covers. */
export interface RecordsAtHand {
  readonly records: RecordSet;
  readonly coverage: Coverage;
  /** The last day that anything of a row is known of: as the manifest says, or else the last day that the extract covers. */
  readonly knownTo: IsoDate;
}

const [PERSON, DAY, PLACE] = ["follower person", "follower day", "follower place"];

/** Those of the rows in whose window one of the followers came: another row, on its first day or after it. */
export function followedRows(rows: Relation, of: RecordSet, follow: FollowUp, by: RecordSet): Relation {
  const typeOf = (field: string): FieldType => by.fields.find(({ name }) => name === field)!.type;
  const scanned = scan(nameOf(by.name));
  const counted = follow.where ? filter(scanned, conditionExpression(follow.where, typeOf)) : scanned;
  const followers = project(counted, [
    { name: PERSON, of: column(nameOf(personOf(by))) },
    { name: DAY, of: column(nameOf(follow.datedBy)) },
    { name: PLACE, of: column(ROW) },
  ]);
  const opens = column(nameOf(follow.from));
  const meets = all([
    compare(column(PERSON), "=", column(nameOf(personOf(of)))),
    compare(column(DAY), ">=", opens),
    compare(column(DAY), "<=", later(opens, follow.within)),
    ...(by.name === of.name ? [compare(column(PLACE), "<>", column(ROW))] : []),
  ]);
  return matched(rows, followers, meets);
}

/** Whether the data sees the whole of a row's window. Missing where the row has no date to begin it. */
export function windowIsKnown(follow: FollowUp, { from, to }: Coverage): Expression {
  const opens = column(nameOf(follow.from));
  return all([compare(opens, ">=", date(from)), compare(later(opens, follow.within), "<=", date(to))]);
}

/** "; 930 more are not yet known: the 30 days after their discharged are not over by 31 March 2029". */
export function notYetKnown(follow: NonNullable<Tally["followed"]>, rows: string, { to }: Coverage): string {
  const { count, unit } = follow.within;
  const window = `the ${count} ${unit}${count === 1 ? "" : "s"} after ${follow.from}`;
  return `; ${rows} more not yet known: ${window} run past ${showDate(to)}, to which the data is known`;
}

export function personOf(records: RecordSet): string {
  const field = records.fields.find(({ type }) => type.type === "pseudonym");
  if (field === undefined) throw new Error(`${records.name} has no pseudonym to tell people apart by`);
  return field.name;
}
