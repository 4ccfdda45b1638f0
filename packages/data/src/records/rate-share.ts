import {
  type Calendar,
  type CardLine,
  groupDigits,
  periodAt,
  periodsOf,
  type RateCard,
  Rational,
  ratio,
  show,
} from "@concordat/model";
import { all, any, column, compare, type Expression, onlyWhere, whole } from "../plan/expression.js";
import { filter, project, type Relation, running } from "../plan/relation.js";
import { DAY, PERSON, PLACE } from "./paid-events.js";
import { periodNumber } from "./periods.js";

/** A line that is limited to a share of all that are paid, by its place in the card, and the places of the others. */
export interface Limited {
  readonly line: number;
  readonly others: readonly number[];
  readonly share: NonNullable<CardLine["share"]>;
}

export const limitedShares = (lines: readonly CardLine[]): Limited[] =>
  lines.flatMap(({ name, share }, line) => {
    if (!share) return [];
    const others = lines.flatMap((other, place) =>
      other.name !== name && share.lines.includes(other.name) ? [place] : [],
    );
    return [{ line, others, share }];
  });

const [ROLE, OWN_KEY, OTHER_KEY, KEY] = ["share role", "share own key", "share other key", "share key"] as const;
const [OTHERS, UNLOCKED] = ["share others", "share unlocked"] as const;
const [ASIDE, LIMITED, OTHER] = [0, 1, 2] as const;

/**
 * What is paid once the limit is kept, each on the day from which it is. Of a line limited to a of every b, the k-th of its
 * span is paid as soon as k (b - a) is not more than a times the number of the others paid in the span: all in whole numbers.
 * `paid` has only rows that are paid something; `line` is the column that says on which line.
 */
export function withinShare(
  paid: Relation,
  { line, others, share }: Limited,
  names: ShareColumns,
  calendar: Calendar,
): Relation {
  const { top, bottom } = Rational.parse(share.most);
  const kept = [PERSON, DAY, PLACE, names.line, names.pence].map((name) => ({ name, of: column(name) }));
  const isOf = (place: number): Expression => compare(column(names.line), "=", whole(place));
  const role: Expression = {
    op: "choose",
    cases: [
      { when: isOf(line), gives: whole(LIMITED) },
      { when: any(others.map(isOf)), gives: whole(OTHER) },
    ],
    otherwise: whole(ASIDE),
  };
  const span = periodNumber(column(DAY), periodsOf(share.span, calendar));
  const inOrder = [DAY, PERSON, PLACE, names.line].map(column);
  const placed = running(
    project(paid, [...kept, { name: ROLE, of: role }]),
    [column(ROLE), span],
    inOrder,
    { name: OWN_KEY, how: "up-to", of: whole(bottom - top) },
    { name: OTHER_KEY, how: "before", of: whole(top) },
  );
  // What the k-th needs stands behind the others that it needs, and before the next.
  const isRole = (number: number): Expression => compare(column(ROLE), "=", whole(number));
  const key: Expression = {
    op: "choose",
    cases: [{ when: isRole(LIMITED), gives: column(OWN_KEY) }],
    otherwise: column(OTHER_KEY),
  };
  const keyed = project(placed, [...kept, { name: ROLE, of: column(ROLE) }, { name: KEY, of: key }]);
  const met = running(
    keyed,
    [compare(column(ROLE), "=", whole(ASIDE)), span],
    [column(KEY), column(ROLE), ...inOrder],
    {
      name: OTHERS,
      how: "before",
      of: { op: "choose", cases: [{ when: isRole(OTHER), gives: whole(top) }], otherwise: whole(0) },
    },
    { name: UNLOCKED, how: "highest-before", of: onlyWhere(isRole(OTHER), column(DAY)) },
  );
  const fits = filter(met, any([{ op: "not", of: isRole(LIMITED) }, compare(column(OTHERS), ">=", column(KEY))]));
  const waited = all([isRole(LIMITED), compare(column(UNLOCKED), ">", column(DAY))]);
  const day: Expression = { op: "choose", cases: [{ when: waited, gives: column(UNLOCKED) }], otherwise: column(DAY) };
  return project(
    fits,
    kept.map((each) => (each.name === DAY ? { name: DAY, of: day } : each)),
  );
}

export interface ShareColumns {
  readonly line: string;
  readonly pence: string;
}

/** How many and how many pence, by the number of the period and that of the line: "3 0". */
export type Counted = ReadonlyMap<string, { readonly count: unknown; readonly pence: unknown }>;

/** What is said of a line in a period: ", 5 more do not fit into 70% of all that are paid". */
export function beyondShares(
  shares: readonly Limited[],
  came: Counted,
  paid: Counted,
  { each }: Pick<RateCard, "each">,
  calendar: Calendar,
): (line: number, period: number) => string {
  const periods = periodsOf(each, calendar);
  const count = (of: Counted, period: number, line: number): number => Number(of.get(`${period} ${line}`)?.count ?? 0);
  return (line, number) => {
    const limited = shares.find((share) => share.line === line);
    const here = limited && periodAt(limited.share.span, periods[number]!.from, calendar);
    if (!limited || !here) return "";
    let rest = 0;
    for (const [before, { from }] of periods.slice(0, number + 1).entries())
      if (from >= here.from || before === number) rest += count(came, before, line) - count(paid, before, line);
    if (rest === 0) return "";
    const most = show(Rational.parse(limited.share.most), ratio);
    return `, ${groupDigits(String(rest))} more ${rest === 1 ? "does" : "do"} not fit into ${most} of all that are paid`;
  };
}
