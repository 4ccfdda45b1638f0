import type { ContractModel } from "../contract/contract.js";
import type { Flow } from "../evaluate/division.js";
import { netted } from "../evaluate/netting.js";
import { bothSides } from "../evaluate/payment.js";
import { Rational } from "../numbers/rational.js";
import { showMoney } from "../units/show.js";
import { amountText } from "./entry.js";
import type { RestatedEntry, Statement, StatementPayment, StatementPeriod } from "./statement.js";

/**
 * Rule 14: sets a statement of everything known by now against those that are closed. Their periods leave it and never
 * change; where later data gives another result, the difference from what moved already is one adjustment, listed by
 * period, payer by payee. `closed` are in the order in which they were closed; what one of them adjusted has moved too.
 */
export function restate(statement: Statement, closed: readonly Statement[], contract: ContractModel): Statement {
  const settled = new Set(closed.flatMap(({ periods }) => periods.map(keyOfPeriod)));
  const periods = statement.periods.filter((period) => !settled.has(keyOfPeriod(period)));
  const moved = movedIn(closed);
  const now = new Map(
    statement.periods
      .filter((period) => settled.has(keyOfPeriod(period)))
      .flatMap((period) => period.payments.map((entry) => [keyOf(period, entry), { period, entry }] as const)),
  );
  const entries = [...new Set([...moved.keys(), ...now.keys()])].flatMap((key) =>
    difference(moved.get(key), now.get(key), contract),
  );
  const flows = netted(
    entries.flatMap((entry) => read(entry.flows)),
    [],
  );
  const sides = bothSides(flows);
  const text = (amount: Rational): string => amountText(amount, contract);
  const parts = (side: typeof sides.pays) => side.map(({ party, amount }) => ({ party, amount: text(amount) }));
  const current = periods.at(-1)?.period ?? null;
  const restated = {
    in: current,
    entries,
    flows: flows.map((flow) => ({ ...flow, amount: text(flow.amount) })),
    receives: parts(sides.receives),
    pays: parts(sides.pays),
  };
  return { ...statement, periods, totals: totals(statement, periods, restated, text), restated };
}

const keyOfPeriod = ({ from, to }: Pick<StatementPeriod, "from" | "to">): string => `${from} ${to}`;
const keyOf = (
  period: Pick<StatementPeriod, "from" | "to">,
  entry: Pick<StatementPayment, "payment" | "for">,
): string => JSON.stringify([period.from, period.to, entry.payment, entry.for]);

const read = (flows: StatementPayment["flows"]): Flow[] =>
  flows.map((flow) => ({ ...flow, amount: Rational.parse(flow.amount) }));

/** What moved of a payment in a period by now, and what it came to when it was stated last; null was not determined. */
interface Moved {
  readonly period: Pick<StatementPeriod, "period" | "from" | "to">;
  readonly entry: Pick<StatementPayment, "payment" | "title" | "for" | "forTitle" | "small">;
  readonly amount: string | null;
  readonly recovered: boolean;
  readonly flows: readonly Flow[];
}

function movedIn(closed: readonly Statement[]): Map<string, Moved> {
  const moved = new Map<string, Moved>();
  for (const { periods, restated } of closed) {
    for (const period of periods) {
      for (const entry of period.payments) {
        const { amount, recovered = false } = entry;
        moved.set(keyOf(period, entry), { period, entry, amount, recovered, flows: read(entry.flows) });
      }
    }
    for (const entry of restated?.entries ?? []) {
      const before = moved.get(keyOf(entry, entry));
      const flows = [...(before?.flows ?? []), ...read(entry.flows)];
      moved.set(keyOf(entry, entry), { period: entry, entry, amount: entry.now, recovered: entry.recovered, flows });
    }
  }
  return moved;
}

function difference(
  moved: Moved | undefined,
  now: { readonly period: StatementPeriod; readonly entry: StatementPayment } | undefined,
  contract: ContractModel,
): RestatedEntry[] {
  const { period, entry } = now ?? moved!;
  const after = now?.entry.amount ?? null;
  // What can no longer be determined is not paid back on that account; it says so where it was determined.
  if (now && after === null && moved?.amount == null) return [];
  const flows = now && after === null ? [] : netted(now ? read(now.entry.flows) : [], moved?.flows ?? []);
  if (flows.length === 0 && !(now && after === null)) return [];
  const recovered = now?.entry.recovered ?? false;
  const money = (amount: string | null, back: boolean): string =>
    amount === null
      ? "not determined"
      : `${showMoney(Rational.parse(amount), contract.currency)}${back ? " paid back" : ""}`;
  const was = moved ? money(moved.amount, moved.recovered) : "not stated";
  const sentence = `For ${period.period} it was ${was} and is now ${money(after ?? (now ? null : "0"), recovered)}.`;
  return [
    {
      period: period.period,
      from: period.from,
      to: period.to,
      payment: entry.payment,
      ...(entry.title === undefined ? {} : { title: entry.title }),
      ...(entry.for === undefined ? {} : { for: entry.for }),
      ...(entry.forTitle === undefined ? {} : { forTitle: entry.forTitle }),
      was: moved?.amount ?? null,
      now: now ? after : amountText(Rational.zero, contract),
      recovered,
      ...(entry.small || moved?.entry.small ? { small: true as const } : {}),
      flows: flows.map((flow) => ({ ...flow, amount: amountText(flow.amount, contract) })),
      sentence: now && after === null ? `${sentence} Nothing is adjusted until it is determined.` : sentence,
    },
  ];
}

/** Over the periods that are left, and the adjustment. */
function totals(
  { totals: listed }: Statement,
  periods: readonly StatementPeriod[],
  adjustment: Pick<StatementPayment, "receives" | "pays">,
  text: (amount: Rational) => string,
): Statement["totals"] {
  const entries = [...periods.flatMap(({ payments }) => payments), adjustment];
  const sum = (side: "receives" | "pays", party: string): Rational =>
    Rational.sum(
      entries
        .flatMap((entry) => entry[side].filter((part) => part.party === party))
        .map(({ amount }) => Rational.parse(amount)),
    );
  const moves = new Set(entries.flatMap(({ receives, pays }) => [...receives, ...pays]).map(({ party }) => party));
  const known = new Set(listed.map(({ party }) => party));
  const others = [...moves].filter((party) => !known.has(party)).map((party) => ({ party }));
  return [...listed, ...others]
    .filter(({ party }) => moves.has(party))
    .map((total) => ({ ...total, receives: text(sum("receives", total.party)), pays: text(sum("pays", total.party)) }));
}
