import assert from "node:assert/strict";
import {
  addDays,
  addMonths,
  type Calendar,
  type CardLine,
  type Duration,
  type Period,
  type PeriodKind,
  periodAt,
  periodsOf,
  type RateCard,
  Rational,
} from "@concordat/model";

/** A row of records: whose, what, from when, to when ("" where it has not ended), and its place in the file. */
export interface Happening {
  readonly person: string;
  readonly what: string;
  readonly from: string;
  readonly until: string;
}

interface Due {
  readonly person: string;
  readonly day: string;
  readonly line: number;
  readonly place: number;
  pence: number;
}

/** Goes through persons, days and limits one by one. For each period and line: how many are paid, and the pence. */
export function naiveCard(
  card: RateCard,
  rows: readonly Happening[],
  calendar: Calendar,
  knownTo: string,
): { count: number; pence: number }[][] {
  const due = card.lines.flatMap((line, index) =>
    limitedLine(line, dueOn(line, index, rows, calendar, knownTo), calendar),
  );
  for (const { amount, span } of card.person) {
    const left = new Map<string, number>();
    for (const each of due.sort(by("day", "line", "place"))) {
      const key = `${each.person} ${periodAt(span, each.day, calendar).label}`;
      each.pence = Math.min(each.pence, left.get(key) ?? pence(amount));
      left.set(key, (left.get(key) ?? pence(amount)) - each.pence);
    }
  }
  const settled = card.lines.reduce((left, line, index) => withinShare(card, line, index, left, calendar), due);
  return periodsOf(card.each, calendar).map((period) =>
    card.lines.map((_, line) => {
      const paid = settled.filter((each) => each.line === line && each.pence > 0 && inside(each.day, period));
      return { count: paid.length, pence: paid.reduce((sum, each) => sum + each.pence, 0) };
    }),
  );
}

const pence = (amount: string): number => Number(Rational.parse(amount).times(Rational.of(100)).toText());
const inside = (day: string, { from, to }: Pick<Period, "from" | "to">): boolean => day >= from && day < to;

const by =
  (...keys: ("day" | "line" | "place" | "person")[]) =>
  (a: Due, b: Due): number => {
    for (const key of keys) if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1;
    return 0;
  };

function dueOn(line: CardLine, index: number, rows: readonly Happening[], calendar: Calendar, knownTo: string): Due[] {
  const counted = rows
    .map((row, place) => ({ ...row, place }))
    .filter(({ what, from }) => what === line.of && inside(from, calendar));
  const due = (person: string, day: string, place: number): Due => {
    return { person, day, line: index, place, pence: pence(line.price) };
  };
  const people = [...new Set(counted.map(({ person }) => person))];
  const of = (person: string): Due[] => {
    const own = counted.filter((row) => row.person === person);
    const { paidFor } = line;
    if (paidFor.kind === "first" || paidFor.kind === "each")
      return own.map(({ from, place }) => due(person, from, place));
    const last = (until: string): string => (until === "" || until > knownTo ? knownTo : until);
    const days = new Set<string>();
    for (const { from, until } of own) for (let day = from; day <= last(until); day = addDays(day, 1)) days.add(day);
    const found: Due[] = [];
    for (const day of days) {
      if (days.has(addDays(day, -1))) continue;
      let end = day;
      while (days.has(end)) end = addDays(end, 1);
      const place = Math.min(...own.filter(({ from }) => from >= day && from < end).map((row) => row.place));
      for (let times = 1; ; times++) {
        const complete = after(day, paidFor.lasts, times);
        if (complete > end) break;
        found.push(due(person, complete, place));
        if (paidFor.kind === "when") break;
      }
    }
    return found;
  };
  return people.flatMap((person) => {
    const all = of(person).sort(by("day", "place"));
    return line.paidFor.kind === "first" || line.paidFor.kind === "when" ? all.slice(0, 1) : all;
  });
}

function limitedLine({ eachPerson, inAll }: CardLine, due: Due[], calendar: Calendar): Due[] {
  const spanOf = (span: PeriodKind, day: string): string => periodAt(span, day, calendar).label;
  let left = due.filter(({ day }) => inside(day, calendar));
  if (eachPerson) {
    const times = new Map<string, number>();
    left = left.sort(by("day", "place")).filter(({ person, day }) => {
      const key = `${person} ${spanOf(eachPerson.span, day)}`;
      times.set(key, (times.get(key) ?? 0) + 1);
      return times.get(key)! <= eachPerson.count;
    });
  }
  if (inAll) {
    const money = new Map<string, number>();
    for (const each of left.sort(by("day", "person", "place"))) {
      const key = spanOf(inAll.span, each.day);
      each.pence = Math.min(each.pence, money.get(key) ?? pence(inAll.amount));
      money.set(key, (money.get(key) ?? pence(inAll.amount)) - each.pence);
    }
  }
  return left;
}

function after(day: string, { count, unit }: Duration, times: number): string {
  switch (unit) {
    case "day":
      return addDays(day, count * times);
    case "week":
      return addDays(day, 7 * count * times);
    case "month":
      return addMonths(day, count * times);
    case "year":
      return addMonths(day, 12 * count * times);
  }
}

/** Goes through the days of each span: pays the others, then as many of those who wait as the limit leaves room for. */
function withinShare(card: RateCard, { name, share }: CardLine, index: number, due: Due[], calendar: Calendar): Due[] {
  if (!share) return due;
  const [own, others] = [
    due.filter(({ line, pence: worth }) => line === index && worth > 0),
    due.filter(({ line, pence: worth }) => worth > 0 && line !== index && share.lines.includes(card.lines[line]!.name)),
  ];
  assert.ok(share.lines.includes(name));
  const paid: Due[] = [];
  for (const span of periodsOf(share.span, calendar)) {
    const waiting: Due[] = [];
    let [ours, theirs] = [0, 0];
    for (let day = span.from; day < span.to; day = addDays(day, 1)) {
      theirs += others.filter((each) => each.day === day).length;
      waiting.push(...own.filter((each) => each.day === day).sort(by("person", "place")));
      const tooMany = () =>
        Rational.of(ours + 1)
          .over(Rational.of(ours + 1 + theirs))
          .above(Rational.parse(share.most));
      while (waiting.length > 0 && !tooMany()) {
        paid.push({ ...waiting.shift()!, day });
        ours++;
      }
    }
  }
  return [...due.filter(({ line }) => line !== index), ...paid];
}
