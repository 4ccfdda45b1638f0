import { fewerThan, NOT_SHOWN } from "./small-numbers.js";
import type { RestatedEntry, Statement, StatementCarried, StatementPayment, StatementStep } from "./statement.js";

/**
 * A statement as people may read it: without counts that are too small to be shown, without what rests on them, and without
 * every total that one of those amounts is part of, for the rest of it would tell the amount. In the place of an amount
 * stands `NOT_SHOWN`; nothing may be worked out from this. A statement that keeps nothing back is returned as it is.
 */
export function forReading(statement: Statement): Statement {
  if (statement.suppress === undefined) return statement;
  const words = `${fewerThan(statement.suppress.below)}`;
  const hidden = new Sides();
  const periods = statement.periods.map((period) => {
    // A limit on payments together shares what is left among them: one of them tells the others.
    const small = period.payments.some((entry) => entry.small);
    return {
      ...period,
      payments: period.payments.map((entry) =>
        entry.small || (small && entry.contractLimits !== undefined)
          ? hidden.take(entry, hiddenEntry(entry, words))
          : entry,
      ),
      ...(period.carried === undefined ? {} : { carried: period.carried.map((one) => hiddenCarried(one, words)) }),
    };
  });
  const restated = statement.restated && {
    ...statement.restated,
    entries: statement.restated.entries.map((entry) =>
      entry.small ? hidden.take({ ...entry, receives: [], pays: [] }, hiddenRestated(entry, words)) : entry,
    ),
  };
  return {
    ...statement,
    periods,
    ...(restated === undefined
      ? {}
      : {
          restated: {
            ...restated,
            flows: restated.flows.map((flow) => (hidden.has(flow) ? { ...flow, amount: NOT_SHOWN } : flow)),
          },
        }),
    totals: statement.totals.map((total) => ({
      ...total,
      ...(hidden.receive.has(total.party) ? { receives: NOT_SHOWN } : {}),
      ...(hidden.pay.has(total.party) ? { pays: NOT_SHOWN } : {}),
    })),
    notes: [
      ...statement.notes,
      `Counts of ${words}, other than 0, are not shown, nor is what would tell them. Amounts that are not shown are paid all the same: the statement for programs holds them.`,
    ],
  };
}

/** Who receives and who pays something that is not shown. */
class Sides {
  readonly receive = new Set<string>();
  readonly pay = new Set<string>();
  private readonly pairs = new Set<string>();

  take<Out>({ flows, receives, pays }: Pick<StatementPayment, "flows" | "receives" | "pays">, out: Out): Out {
    for (const { party } of receives) this.receive.add(party);
    for (const { party } of pays) this.pay.add(party);
    for (const { from, to } of flows) {
      this.receive.add(to);
      this.pay.add(from);
      this.pairs.add(JSON.stringify([from, to].sort()));
    }
    return out;
  }

  has({ from, to }: { readonly from: string; readonly to: string }): boolean {
    return this.pairs.has(JSON.stringify([from, to].sort()));
  }
}

const withoutAmount = <Part extends { readonly amount: string }>(parts: readonly Part[]): Part[] =>
  parts.map((part) => ({ ...part, amount: NOT_SHOWN }));

function hiddenEntry(entry: StatementPayment, words: string): StatementPayment {
  const { onAccount, determination, contractLimits: _, divided: __, ...rest } = entry;
  return {
    ...rest,
    amount: entry.amount === null ? null : NOT_SHOWN,
    reason: entry.reason === null ? null : `It rests on a count of ${words}.`,
    rounding: null,
    receives: withoutAmount(entry.receives),
    pays: withoutAmount(entry.pays),
    flows: withoutAmount(entry.flows),
    limits: [],
    next: [],
    ...(onAccount?.kind === "instalment" ? { onAccount } : {}),
    ...(determination === undefined
      ? {}
      : {
          determination: {
            ...determination,
            computed: NOT_SHOWN,
            sentence: `Decided by ${determination.by}, because: ${determination.because.replace(/\.$/, "")} (${determination.name}).`,
          },
        }),
    steps: entry.steps.map((step) => hiddenStep(step, words)),
  };
}

function hiddenStep(step: StatementStep, words: string): StatementStep {
  const inputs = step.inputs.map((input) => hiddenStep(input, words));
  if (!step.small) return { ...step, inputs };
  const { title, name, why: _, origin: __, ...rest } = step;
  const called = title ?? name ?? "How it is worked out";
  return {
    ...rest,
    ...(title === undefined ? {} : { title }),
    ...(name === undefined ? {} : { name }),
    sentence: `${called} is not shown: it is, or rests on, a count of ${words}.`,
    exact: null,
    shown: NOT_SHOWN,
    inputs,
  };
}

const hiddenCarried = (one: StatementCarried, words: string): StatementCarried =>
  one.small
    ? { ...one, amount: one.amount === null ? null : NOT_SHOWN, sentence: `It rests on a count of ${words}.` }
    : one;

const hiddenRestated = (entry: RestatedEntry, words: string): RestatedEntry => ({
  ...entry,
  was: entry.was === null ? null : NOT_SHOWN,
  now: entry.now === null ? null : NOT_SHOWN,
  flows: withoutAmount(entry.flows),
  sentence: `It rests on a count of ${words}, so how far it differs is not shown.`,
});
