import type { FollowUp, RecordSet } from "@concordat/model";
import { any, column, type Expression } from "../plan/expression.js";
import { aggregate, type Column, filter, type Measure, project, type Relation } from "../plan/relation.js";
import { followedRows, type RecordsAtHand } from "./follow-up.js";
import type { Asked } from "./measures.js";

export type Part = "rows" | "value" | "waiting" | "wrong";

/** One query over the rows. Its columns: those of the groups, then each measure, as text. */
export interface Pass {
  readonly relation: Relation;
  /** Which tally, by its place, gets which number from which measure. Two that ask the same share one. */
  readonly gives: readonly { readonly tally: number; readonly part: Part; readonly measure: number }[];
}

interface Wanted {
  readonly tally: number;
  readonly part: Part;
  readonly measure: Measure;
}

/**
 * The queries that give all that is asked of the same rows in the same groups: one or two for all that is counted of the
 * rows themselves, and one for each set of them that was followed by something, which is looked for once.
 */
export function passesOf(
  rows: Relation,
  group: readonly Column[],
  asked: readonly Asked[],
  records: RecordSet,
  atHand: ReadonlyMap<string, RecordsAtHand>,
): Pass[] {
  const own: Wanted[] = [];
  const followed = new Map<string, { follow: FollowUp; where: Expression | undefined; wanted: Wanted[] }>();
  for (const [tally, { followed: follow, ...parts }] of asked.entries()) {
    for (const part of ["rows", "value", "waiting", "wrong"] as const) {
      const measure = parts[part];
      if (measure === undefined) continue;
      if (follow === undefined || part === "waiting" || part === "wrong") own.push({ tally, part, measure });
      else {
        const { where, ...unlimited } = measure;
        const key = textOf([follow.from, follow.within, follow.records, follow.datedBy, follow.where, where]);
        const pass = followed.get(key) ?? { follow, where, wanted: [] };
        pass.wanted.push({ tally, part, measure: unlimited });
        followed.set(key, pass);
      }
    }
  }
  const passes = apart(own).map((wanted) => passOf(limited(rows, wanted), group, wanted));
  for (const { follow, where, wanted } of followed.values()) {
    const from = where === undefined ? rows : filter(rows, where);
    passes.push(passOf(followedRows(from, records, follow, atHand.get(follow.records)!.records), group, wanted));
  }
  return passes;
}

/**
 * Of what is to be told apart the engine keeps every person, and of what has a middle every value, the latter beyond the
 * memory that it is allowed: not both at once.
 */
function apart(own: readonly Wanted[]): (readonly Wanted[])[] {
  const ranked = own.filter(({ measure }) => measure.how === "middle-two" || measure.how === "percentile");
  const others = own.filter((each) => !ranked.includes(each));
  const both = ranked.length > 0 && others.some(({ measure }) => measure.how === "count-distinct");
  return (both ? [others, ranked] : [own]).filter((wanted) => wanted.length > 0);
}

/** Rows that no measure counts are left out before they are grouped. */
function limited(rows: Relation, wanted: readonly Wanted[]): Relation {
  const conditions = new Map(wanted.map(({ measure }) => [textOf(measure.where), measure.where]));
  if (conditions.size > 2) return rows;
  const all = [...conditions.values()].filter((each) => each !== undefined);
  return all.length === conditions.size ? filter(rows, any(all)) : rows;
}

function passOf(rows: Relation, group: readonly Column[], wanted: readonly Wanted[]): Pass {
  const measures = new Map<string, Measure>();
  const gives = wanted.map(({ tally, part, measure }) => {
    const key = textOf([measure.how, measure.rank, measure.of, measure.where]);
    const place = [...measures.keys()].indexOf(key);
    if (place === -1) measures.set(key, { ...measure, name: `measure ${measures.size}` });
    return { tally, part, measure: place === -1 ? measures.size - 1 : place };
  });
  const counted = aggregate(rows, group, [...measures.values()]);
  const asText = (name: string): Column => ({
    name,
    of: { op: "as", of: column(name), type: { type: "text" } },
  });
  const columns = [
    ...group.map(({ name }) => ({ name, of: column(name) })),
    ...[...measures.values()].map(({ name }) => asText(name)),
  ];
  return { relation: project(counted, columns), gives };
}

const textOf = (plan: unknown): string =>
  JSON.stringify(plan, (_, value: unknown) => (typeof value === "bigint" ? `${value}` : value)) ?? "";
