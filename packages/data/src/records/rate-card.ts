import {
  type Calendar,
  type CardLine,
  type ContractModel,
  type InputValue,
  type Period,
  type PeriodKind,
  periodsOf,
  type RateCard,
  Rational,
  showDate,
} from "@concordat/model";
import { column, compare, type Expression, known, whole } from "../plan/expression.js";
import { aggregate, filter, project, type Relation, running, union } from "../plan/relation.js";
import { relationSql } from "../sql/duckdb.js";
import type { RecordsAtHand } from "./follow-up.js";
import { DAY, PERSON, PLACE, paidEvents } from "./paid-events.js";
import { periodNumber } from "./periods.js";
import { beyondShares, type Counted, limitedShares, withinShare } from "./rate-share.js";
import type { TallyContext } from "./tallies.js";

const [LINE, PENCE, SO_FAR, PERIOD] = ["paid line", "paid pence", "so far", "paid period"] as const;

/** The rate cards that are paid for what stands in these records. */
export const cardsOf = (contract: ContractModel, records: string): RateCard[] =>
  (contract.cards ?? []).filter((card) => card.records === records);

/** How many are paid on each line of a card, and how much for them, over each period of its payment. */
export async function computeCard(card: RateCard, context: TallyContext): Promise<InputValue[]> {
  const { session, calendar, shown, extract, atHand } = context;
  const at = atHand.get(card.records);
  // Without a dated row nothing says what the extract covers, and no period is known.
  if (at === undefined) return cardValues(card, calendar, (period) => context.whyNot(period)!);
  context.begins([card]);
  const found = await placed(cardRelation(card, at, calendar), session);
  const shares = limitedShares(card.lines);
  const came = countedRelation(unsharedRelation(card, at, calendar), card, calendar);
  const beyond =
    shares.length === 0 ? undefined : beyondShares(shares, await placed(came, session), found, card, calendar);
  return cardValues(card, calendar, (period, number) => {
    const why = context.whyNot(period) ?? sinceWhen(at, calendar, extract);
    if (why !== undefined) return why;
    return (line) => {
      const { count = "0", pence = "0" } = found.get(`${number} ${line}`) ?? {};
      return {
        count: String(count),
        paid: pounds(String(pence)),
        origin: `${shown}, person by person${beyond?.(line, number) ?? ""}`,
      };
    };
  });
}

/** How many and how many pence, by the number of the period and that of the line: "3 0". */
async function placed(relation: Relation, session: TallyContext["session"]): Promise<Counted> {
  const rows = await session.query(relationSql(relation));
  return new Map(rows.map(([period, line, count, pence]) => [`${period} ${line}`, { count, pence }]));
}

/** All values of a card missing, for the reason given. */
export const missingCard = (card: RateCard, calendar: Calendar, why: string): InputValue[] =>
  cardValues(card, calendar, () => why);

type OfLine = (line: number) => { readonly count: string; readonly paid: string; readonly origin: string };

function cardValues(
  { lines, each }: RateCard,
  calendar: Calendar,
  valuesIn: (period: Period, number: number) => string | OfLine,
): InputValue[] {
  return periodsOf(each, calendar).flatMap((period, number) => {
    const values = valuesIn(period, number);
    return lines.flatMap((line, index): InputValue[] => {
      const base = { of: {}, from: period.fullFrom, to: period.fullTo };
      if (typeof values === "string")
        return [line.count, line.paid].map((name) => ({ name, ...base, value: null, why: values }));
      const { count, paid, origin } = values(index);
      return [
        { name: line.count, ...base, value: count, origin },
        { name: line.paid, ...base, value: paid, origin },
      ];
    });
  });
}

/** The first of anything, and what a limit has left, are known only where the extract begins with the term. */
function sinceWhen({ coverage }: RecordsAtHand, { from }: Calendar, extract: string): string | undefined {
  if (coverage.from <= from) return undefined;
  return `${extract} holds records from ${showDate(coverage.from)}; what each person was paid for is counted since ${showDate(from)}`;
}

const pounds = (pence: string): string => Rational.parse(pence).over(Rational.of(100)).toDecimal()!;
const penceOf = (amount: string): bigint => BigInt(Rational.parse(amount).times(Rational.of(100)).toText());

/** Columns: the period's number, the line's, how many were paid, and the pence. Rule 7: line, then person, then shares. */
export function cardRelation(card: RateCard, at: RecordsAtHand, calendar: Calendar): Relation {
  const names = { line: LINE, pence: PENCE };
  const shared = limitedShares(card.lines).reduce(
    (paid, limited) => withinShare(paid, limited, names, calendar),
    unsharedRelation(card, at, calendar),
  );
  return countedRelation(shared, card, calendar);
}

/** What is paid for before any line is limited to a share of it. */
function unsharedRelation(card: RateCard, at: RecordsAtHand, calendar: Calendar): Relation {
  const lines = card.lines.map((line, index) => lineRelation(line, index, at, calendar));
  const limited = card.person.reduce(
    (paid, { amount, span }) =>
      cut(paid, [column(PERSON)], span, penceOf(amount), [column(DAY), column(LINE), column(PLACE)], calendar),
    union(lines),
  );
  return filter(limited, compare(column(PENCE), ">", whole(0)));
}

function countedRelation(paid: Relation, card: RateCard, calendar: Calendar): Relation {
  const period = periodNumber(column(DAY), periodsOf(card.each, calendar));
  const dated = project(paid, [
    { name: PERIOD, of: period },
    { name: LINE, of: column(LINE) },
    { name: PENCE, of: column(PENCE) },
  ]);
  const group = [PERIOD, LINE].map((name) => ({ name, of: column(name) }));
  const counted = aggregate(filter(dated, known(column(PERIOD))), group, [
    { name: "count", how: "count" },
    { name: PENCE, how: "sum", of: column(PENCE) },
  ]);
  const asText = (name: string) => ({ name, of: { op: "as", of: column(name), type: { type: "text" } } as Expression });
  return project(counted, [PERIOD, LINE, "count", PENCE].map(asText));
}

/** What a line pays for, with its limits for each person and in all. */
function lineRelation(line: CardLine, index: number, at: RecordsAtHand, calendar: Calendar): Relation {
  const events = project(paidEvents(line, at, calendar), [
    ...[PERSON, DAY, PLACE].map((name) => ({ name, of: column(name) })),
    { name: LINE, of: whole(index) },
    { name: PENCE, of: whole(penceOf(line.price)) },
  ]);
  const inTerm = filter(events, known(periodNumber(column(DAY), periodsOf("term", calendar))));
  const { eachPerson, inAll } = line;
  const often = eachPerson ? atMostTimes(inTerm, eachPerson.count, eachPerson.span, calendar) : inTerm;
  if (!inAll) return often;
  // The earliest is paid first; of two on one day, the one whose pseudonym comes first (rule 7).
  return cut(often, [], inAll.span, penceOf(inAll.amount), [column(DAY), column(PERSON), column(PLACE)], calendar);
}

/** Only the first so many of each person in each span. */
function atMostTimes(events: Relation, most: number, span: PeriodKind, calendar: Calendar): Relation {
  const group = [column(PERSON), spanOf(span, calendar)];
  const placed = running(events, group, [column(DAY), column(PLACE)], { name: SO_FAR, how: "place" });
  return project(filter(placed, compare(column(SO_FAR), "<=", whole(most))), columns(column(PENCE)));
}

/** Each paid as far as the limit goes, in the order given: the one that crosses it in part, those after it not at all. */
function cut(
  events: Relation,
  who: readonly Expression[],
  span: PeriodKind,
  most: bigint,
  by: readonly Expression[],
  calendar: Calendar,
): Relation {
  const group = [...who, spanOf(span, calendar)];
  const summed = running(events, group, by, { name: SO_FAR, how: "before", of: column(PENCE) });
  const left: Expression = { op: "less", left: whole(most), right: column(SO_FAR) };
  return project(
    summed,
    columns({
      op: "choose",
      cases: [
        { when: compare(left, "<=", whole(0)), gives: whole(0) },
        { when: compare(column(PENCE), "<=", left), gives: column(PENCE) },
      ],
      otherwise: left,
    }),
  );
}

const spanOf = (span: PeriodKind, calendar: Calendar): Expression =>
  periodNumber(column(DAY), periodsOf(span, calendar));

const columns = (pence: Expression): { name: string; of: Expression }[] => [
  ...[PERSON, DAY, PLACE, LINE].map((name) => ({ name, of: column(name) })),
  { name: PENCE, of: { op: "as", of: pence, type: { type: "whole" } } },
];
