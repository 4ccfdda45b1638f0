import {
  fewerThan,
  groupDigits,
  isSmall,
  NOT_SHOWN,
  Rational,
  type Statement,
  type StatementCarried,
  type StatementPayment,
  type StatementStep,
  showDate,
  showMoney,
} from "@concordat/model";

/** "£1,234.50" of "1234.50": every penny of an amount, the sign of its currency before it. */
export function written(amount: string, currency: string): string {
  if (amount === NOT_SHOWN) return amount;
  const [sign, size] = amount.startsWith("-") ? ["−", amount.slice(1)] : ["", amount];
  return `${sign}${showMoney(Rational.zero, currency).slice(0, -1)}${groupDigits(size)}`;
}

/** The title of a party, or its key where the statement has no title for it. */
export function partyNames({ totals }: Statement): (party: string) => string {
  const titles = new Map(totals.map(({ party, title }) => [party, title]));
  return (party) => titles.get(party) ?? party;
}

/** "Advance still owed, Lakeside Physicians". */
export const carriedName = (
  { balance, title, for: row }: StatementCarried,
  nameOf: (party: string) => string,
): string => [title ?? balance, ...(row === undefined ? [] : [nameOf(row)])].join(", ");

export const paymentName = (
  {
    payment,
    title,
    for: row,
    forTitle,
    onAccount,
  }: Pick<StatementPayment, "payment" | "title" | "for" | "forTitle" | "onAccount">,
  nameOf: (party: string) => string,
): string =>
  [
    title ?? payment,
    ...(row === undefined ? [] : [forTitle ?? nameOf(row)]),
    ...(onAccount?.kind === "instalment" ? ["on account"] : []),
  ].join(", ");

/**
 * Why a payment came to its amount, in a few sentences: the lines of the contract that made it, in the order of its text,
 * then the final rounding and the limits on parties where they changed anything.
 */
export function why(payment: StatementPayment, currency: string): string[] {
  const lines = new Map<string, StatementStep>();
  const visit = (step: StatementStep): void => {
    if (step.rule !== undefined && !lines.has(step.node)) lines.set(step.node, step);
    step.inputs.forEach(visit);
  };
  payment.steps.forEach(visit);
  const top = payment.steps.slice(0, 1);
  const told = lines.size === 0 ? top : [...lines.values()].sort((a, b) => a.source.offset - b.source.offset);
  const sentences = told.map(({ label, sentence }) => (label === undefined ? sentence : `${label}: ${sentence}`));
  const binding = payment.limits.filter(({ excess }) => !Rational.parse(excess).isZero).map(({ sentence }) => sentence);
  const divided = (payment.divided ?? []).map(({ sentence }) => sentence);
  const together = (payment.contractLimits ?? [])
    .filter(({ before, after }) => before !== after)
    .map(({ sentence }) => sentence);
  const onAccount = payment.onAccount === undefined ? [] : [payment.onAccount.sentence];
  return [
    ...new Set([...sentences, ...rounding(payment, currency), ...divided, ...binding, ...together, ...onAccount]),
  ];
}

function rounding({ rounding: made }: StatementPayment, currency: string): string[] {
  if (!made) return [];
  const exact = Rational.parse(made.exact);
  if (exact.equals(Rational.parse(made.rounded))) return [];
  return [`Rounded to ${written(made.rounded, currency)} from ${about(exact, currency)}.`];
}

/** A part of a penny that has no end is cut for the eye, and "about" says so. */
function about(exact: Rational, currency: string): string {
  const decimal = exact.toDecimal();
  return decimal !== undefined && decimal.length < 20
    ? written(decimal, currency)
    : `about ${written(exact.toFixed(4), currency)}`;
}

export interface Balance {
  readonly from: string;
  readonly to: string;
  readonly amount: string;
}

/** What each payer pays each payee over the whole statement, in the order in which they first meet. */
export function balances({ periods, restated }: Statement): Balance[] {
  const sums = new Map<string, { from: string; to: string; amount: Rational; decimals: number }>();
  const hidden = new Set<string>();
  const settled = periods.flatMap(({ payments }) => payments.flatMap(({ flows }) => flows));
  for (const { from, to, amount } of [...settled, ...(restated?.flows ?? [])]) {
    const key = JSON.stringify([from, to]);
    const sum = sums.get(key) ?? { from, to, amount: Rational.zero, decimals: amount.split(".")[1]?.length ?? 0 };
    if (amount === NOT_SHOWN) hidden.add(key);
    else sums.set(key, { ...sum, amount: sum.amount.plus(Rational.parse(amount)) });
    if (amount === NOT_SHOWN && !sums.has(key)) sums.set(key, sum);
  }
  return [...sums].map(([key, { from, to, amount, decimals }]) => ({
    from,
    to,
    amount: hidden.has(key) ? NOT_SHOWN : amount.toFixed(decimals),
  }));
}

/** What a party receives less what it pays. */
export function net({ receives, pays }: Statement["totals"][number]): string {
  if (receives === NOT_SHOWN || pays === NOT_SHOWN) return NOT_SHOWN;
  const decimals = receives.split(".")[1]?.length ?? 0;
  return Rational.parse(receives).less(Rational.parse(pays)).toFixed(decimals);
}

/** A line for each file; of records, without counts that are too small to be shown, or that would tell one. */
export const qualityLines = ({ quality, suppress }: Statement): string[] =>
  quality.map(({ name, file, read, used, quarantined }) => {
    const below = suppress?.records.includes(name) ? suppress.below : undefined;
    const [hideRead, hideAside] = [isSmall(read, below) || isSmall(quarantined, below), isSmall(quarantined, below)];
    const said = (size: number, hidden: boolean): string =>
      isSmall(size, below) ? fewerThan(below!) : hidden ? NOT_SHOWN : groupDigits(`${size}`);
    const rows = isSmall(read, below)
      ? `${fewerThan(below!)} rows read, `
      : hideRead
        ? ""
        : `${count(read, "row")} read, `;
    return `${name} (${file}): ${rows}${said(used, false)} used, ${said(quarantined, hideAside)} set aside`;
  });

/** "visits-2.csv was extracted on 5 October 2026 and is provisional: it may still change after 30 June 2026." */
export function extractLines({ extracts = [], knownOn }: Statement): string[] {
  const lines = extracts.map(({ name, file, extracted, provisional }) => {
    const made = extracted === undefined ? "" : ` was extracted on ${showDate(extracted)}`;
    const state =
      provisional === undefined
        ? ""
        : provisional === false
          ? " is final"
          : provisional === true
            ? " is provisional: it may still change"
            : ` is final up to ${showDate(provisional.after)} and provisional after it`;
    return `${name} (${file})${made}${made !== "" && state !== "" ? " and" : ""}${state}.`;
  });
  return knownOn === undefined
    ? lines
    : [`This is what was known on ${showDate(knownOn)}; later extracts are left out.`, ...lines];
}

/** "May still change: visits." */
export const mayChange = ({ provisionalData = [] }: StatementPayment): string[] =>
  provisionalData.length === 0 ? [] : [`Provisional data, which may still change: ${provisionalData.join(", ")}.`];

export const count = (size: number, thing: string): string =>
  `${groupDigits(`${size}`)} ${thing}${size === 1 ? "" : "s"}`;
