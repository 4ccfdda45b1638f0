import type { ContractModel } from "@concordat/model";
import { literal } from "./names.js";

/** The text of the module's `.d.ts`. Names of the contract are literal types, so that an editor offers them. */
export function writeTypes(contract: ContractModel): string {
  const { payments, parties, participants, figures, tallies, metrics } = contract;
  const inputs = [
    ...[...figures, ...metrics].map(({ name, axes }) => ({ name, axes: axes.length })),
    ...tallies.map(({ name, by }) => ({ name, axes: by.length })),
  ];
  const keys = participants.length > 0 ? [" | (string & {})"] : [];
  return `\
/** What is reported, counted or measured. */
export type InputName = ${union(inputs.map(({ name }) => name))};
export type PaymentName = ${union(payments.map(({ name }) => name))};
/** A party, or the key of a participant. */
export type PartyName = ${union(parties.map(({ name }) => name))}${keys.join("")};
export type PeriodKind = "month" | "quarter" | "half-year" | "year" | "term";

/** One number, of one participant where the input has one for each of a set, over one whole period. */
export interface Input {
  name: InputName;
  /** Whose it is: the participant's key by participant set. */
  of: Readonly<Record<string, string>>;
  /** First day of the period, as 2026-04-01. */
  from: string;
  /** The day after its last. */
  to: string;
  /** Exact text, "12.5" or "1/3"; a percentage is a ratio ("0.125"), money is in the currency's own unit. Null: not reported. */
  value: string | null;
  /** Why it is not reported. */
  why?: string;
}

/** Money as text with its decimals: "1234.56". */
export type Amount = string;
export interface PartyAmount {
  party: PartyName;
  amount: Amount;
}

export interface SettledPayment {
  payment: PaymentName;
  /** The participant whose payment it is, where it is worked out for each of a set. */
  for?: string;
  /** Null where it cannot be determined. */
  amount: Amount | null;
  status: "determined" | "provisional" | "undetermined";
  branch: "always" | "below" | "above" | null;
  /** The inputs that are missing (undetermined) or that part of the amount waits for (provisional). */
  missing: string[];
  receives: PartyAmount[];
  pays: PartyAmount[];
  /** Who pays whom; they add up to the amount. */
  flows: { from: PartyName; to: PartyName; amount: Amount }[];
}

export interface Settlement {
  periods: { period: string; from: string; /** The last day, inside. */ to: string; payments: SettledPayment[] }[];
  totals: { party: PartyName; receives: Amount; pays: Amount }[];
}

export declare const contract: {
  readonly name: string;
  readonly title: string | null;
  readonly currency: string;
  readonly payments: readonly { name: PaymentName; title: string | null; each: PeriodKind; forEach: string | null }[];
  readonly inputs: readonly {
    name: InputName;
    kind: "figure" | "tally" | "metric";
    each: PeriodKind | "once";
    axes: readonly string[];
  }[];
};

/**
 * Works out every payment from what is known, for each period up to the last that anything is known of, or for the periods
 * inside \`options.period\` ("2026/27 Q1"). Throws a RangeError for a value that is no exact number or a period that the
 * contract does not have.
 */
export declare function settle(inputs: readonly Input[], options?: { period?: string }): Settlement;

/** An exact number: above and below the line, the latter above zero. 12.5 is [125n, 10n]. */
export type Exact = readonly [bigint, bigint];

/** Numbers of one whole period. What is left out is not given; null is known to be missing. */
export interface Inputs {
${inputs.map(inputLine).join("")}}

export interface CalculatedPayment {
  payment: PaymentName;
  for?: string;
  /** Whole pence (whole units of the contract's rounding); null where it cannot be determined. */
  amount: bigint | null;
  status: "determined" | "provisional" | "undetermined";
  branch: "always" | "below" | "above" | null;
  receives: { party: PartyName; amount: bigint }[];
  pays: { party: PartyName; amount: bigint }[];
}

/**
 * Works out the payments of one period, fast, from numbers that are read already. \`period\` is a label such as "2026/27";
 * by default the first period in which the contract is settled. Throws as \`settle\` does.
 */
export declare function calculate(inputs: Inputs, period?: string): CalculatedPayment[];
`;
}

const inputLine = ({ name, axes }: { name: string; axes: number }): string => {
  const type = Array.from({ length: axes }).reduce<string>(
    (inner) => `Readonly<Record<string, ${inner}>>`,
    "Exact | null",
  );
  return `  readonly ${literal(name)}?: ${type};\n`;
};

const union = (names: readonly string[]): string =>
  names.length === 0 ? "never" : [...new Set(names)].map((name) => literal(name)).join(" | ");
