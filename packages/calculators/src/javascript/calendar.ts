import { type ContractModel, calendarOf, nextDay, type PeriodKind, periodsOf, previousDay } from "@concordat/model";
import type { Helper } from "./helper.js";
import { dataLiteral, literal } from "./names.js";

export const CALENDAR: Helper = {
  name: "within",
  text: `\
// Each period of the term: its label, and its days from the first up to but not including the last. \`from\` and \`to\` are
// cut to the term, \`fullFrom\` and \`fullTo\` are not.
const PERIODS = Object.fromEntries(
  Object.entries(CALENDAR).map(([kind, rows]) => [
    kind,
    rows.map(([label, fullFrom, fullTo], index) => ({
      kind,
      index,
      label,
      from: fullFrom < TERM.from ? TERM.from : fullFrom,
      to: fullTo > TERM.to ? TERM.to : fullTo,
      fullFrom,
      fullTo,
    })),
  ]),
);
// Whole periods before the term, from which a figure may be reported.
const EARLIER = Object.fromEntries(
  Object.entries(BEFORE).map(([kind, rows]) => [
    kind,
    rows.map(([label, from, to], index) => ({ kind, index: "before " + index, label, from, to, fullFrom: from, fullTo: to })),
  ]),
);
const day = (date) => Date.parse(date) / 86400000;
const dayBefore = (date) => new Date((day(date) - 1) * 86400000).toISOString().slice(0, 10);

// The period of the same kind before; of several that are read as one, the same without the last of them.
function previous(period) {
  if (!period.stretch) return PERIODS[period.kind].findLast(({ fullTo }) => fullTo <= period.fullFrom);
  const before = PERIODS[period.kind][period.last - 1];
  return before && before.from >= period.from ? stretchTo(before, period.from) : undefined;
}

// The part of a period in which the participants in hand take part; undefined where one of them takes none.
const cuts = new Map();
function cut(period, from, to) {
  if (from <= period.from && to >= period.to) return period;
  const [first, last] = [from > period.from ? from : period.from, to < period.to ? to : period.to];
  if (first >= last) return undefined;
  const index = period.index + " from " + first + " to " + last;
  const key = period.kind + index;
  if (!cuts.has(key)) cuts.set(key, { ...period, index, from: first, to: last });
  return cuts.get(key);
}
function partOf({ of }, period) {
  for (const axis of Object.keys(of)) {
    const days = MEMBERS[axis]?.[of[axis]];
    if (days && period) period = cut(period, days[0], days[1]);
  }
  return period;
}
const periodBefore = (at) => {
  const before = previous(at.period);
  return before && partOf(at, before);
};

// The periods of one kind from a day to the end of the last of them, read as one.
const stretches = new Map();
function stretchTo(last, from) {
  if (from >= last.from) return last;
  const index = from + " to " + last.to;
  const key = last.kind + index;
  if (!stretches.has(key)) {
    const { fullFrom } = PERIODS[last.kind].findLast((period) => period.from <= from);
    stretches.set(key, { ...last, index, last: last.index, label: index, from, fullFrom, stretch: true });
  }
  return stretches.get(key);
}

// The periods of a kind that a period reaches into, in order.
const LENGTHS = ["month", "quarter", "half-year", "year", "term"];
const inside = new Map();
function within(kind, period) {
  const key = kind + period.kind + period.index;
  if (!inside.has(key)) {
    const known = period.from < TERM.from ? EARLIER : PERIODS;
    const all = known[kind].filter(({ fullFrom, fullTo }) => fullTo > period.from && fullFrom < period.to);
    inside.set(key, LENGTHS.indexOf(kind) < LENGTHS.indexOf(period.kind) ? all.map((one) => cut(one, period.from, period.to)) : all);
  }
  return inside.get(key);
}

// Finds a period by its label: "2026/27 Q1", "2026/27", "April 2026", "the term"; a month also as "2026-04".
function periodNamed(text) {
  const wanted = text.trim().replace(/\\s+/g, " ").toLowerCase();
  const all = Object.values(PERIODS).flat();
  const found = all.find(({ kind, label, fullFrom }) =>
    label.toLowerCase() === wanted || (kind === "month" && fullFrom.startsWith(wanted) && wanted.length === 7) ||
    (kind === "term" && wanted === "term"));
  if (!found) throw new RangeError(JSON.stringify(text) + " is not a period of this contract: write it like " + all[0].label);
  return found;
}`,
};

const LONG: readonly PeriodKind[] = ["year", "half-year", "quarter", "term"];

/** The contract's own calendar: the tables that `CALENDAR` reads. Months are there only where something is monthly. */
export function writeCalendar(contract: ContractModel): string {
  const calendar = calendarOf(contract.term, contract.yearStarts);
  const kinds: PeriodKind[] = [...LONG, ...(hasMonths(contract) ? (["month"] as const) : [])];
  const rows = (kind: PeriodKind): string =>
    periodsOf(kind, calendar)
      .map(({ label, fullFrom, fullTo }) => `    ${dataLiteral([label, fullFrom, fullTo])},\n`)
      .join("");
  const tables = kinds.map((kind) => `  ${literal(kind)}: [\n${rows(kind)}  ],\n`).join("");
  return [
    `// From ${contract.term.from} to ${previousDay(calendar.to)}.`,
    `const TERM = { from: ${literal(calendar.from)}, to: ${literal(calendar.to)} };`,
    `const CALENDAR = {\n${tables}};`,
    writeEarlier(contract, kinds),
    writeMembers(contract),
  ].join("\n");
}

/** Whole periods before the term, back to the first day from which any figure is reported. */
function writeEarlier({ figures, term, yearStarts }: ContractModel, kinds: readonly PeriodKind[]): string {
  const calendar = calendarOf(term, yearStarts);
  const back = figures.flatMap(({ from }) => from ?? []).sort()[0];
  const earlier = (kind: PeriodKind): [string, string, string][] =>
    back === undefined || kind === "term"
      ? []
      : periodsOf(kind, { ...calendar, from: back }, back, calendar.from)
          .filter(({ fullFrom, fullTo }) => fullFrom >= back && fullTo <= calendar.from)
          .map(({ label, fullFrom, fullTo }) => [label, fullFrom, fullTo]);
  return `const BEFORE = ${dataLiteral(Object.fromEntries(kinds.map((kind) => [kind, earlier(kind)])))};`;
}

/** The days on which participants take part, where these may join and leave: by set and key, half-open. */
function writeMembers({ participants }: ContractModel): string {
  const sets = participants.filter(({ joining, leaving }) => (joining ?? leaving) !== undefined);
  const days = ({ joining, leaving, rows }: ContractModel["participants"][number]) =>
    rows.map(({ key, values }): [string, [string, string]] => {
      const left = leaving === undefined ? null : values[leaving];
      return [key, [(joining === undefined ? null : values[joining]) ?? "", left ? nextDay(left) : "9999-12-31"]];
    });
  return `const MEMBERS = ${dataLiteral(Object.fromEntries(sets.map((set) => [set.name, Object.fromEntries(days(set))])))};`;
}

function hasMonths({ settled, payments, figures, tallies, metrics, nodes }: ContractModel): boolean {
  const eachOf = (of: readonly { each: PeriodKind }[]): PeriodKind[] => of.map(({ each }) => each);
  const inNodes = Object.values(nodes).flatMap((node) => [node.grain, "each" in node ? node.each : null]);
  const onAccount = payments.flatMap((payment) => (payment.onAccount ? [payment.onAccount] : []));
  const used = [settled, ...eachOf(payments), ...eachOf(onAccount), ...eachOf(figures), ...eachOf(metrics), ...inNodes];
  return used.includes("month") || tallies.some(({ each }) => each.includes("month"));
}
