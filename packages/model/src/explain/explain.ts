import { Rational } from "../numbers/rational.js";
import { sentenceWithOrigin } from "../statement/provenance.js";
import type { StatementPayment, StatementStep } from "../statement/statement.js";
import { showMoney } from "../units/show.js";

/**
 * A payment's entry of a statement as lines for reading: what it came to and why, then its steps as an indented tree of
 * sentences with their places in the contract, then what limits on several payments cut, what was paid on account before,
 * limits on parties and the distance to the next change. Plain text; `currency` is the statement's.
 */
export function explainPayment(entry: StatementPayment, currency: string): string[] {
  const money = (amount: string): string => showMoney(Rational.parse(amount), currency);
  const name = [entry.title ?? entry.payment, entry.forTitle ?? entry.for]
    .filter((part) => part !== undefined)
    .join(", ");
  return [
    `${name}: ${headline(entry, money)}`,
    ...(entry.reason === null ? [] : [`  ${entry.reason}`]),
    ...entry.steps.flatMap((step) => lines(step, 1)),
    ...rounding(entry, money),
    ...(entry.divided ?? []).map(({ sentence }) => `  ${sentence}`),
    ...entry.limits.map((limit) => `  ${limit.sentence}`),
    ...(entry.contractLimits ?? [])
      .filter(({ before, after }) => before !== after)
      .map(({ sentence }) => `  ${sentence}`),
    ...(entry.onAccount === undefined ? [] : [`  ${entry.onAccount.sentence}`]),
    ...entry.flows.map(({ from, to, amount }) => `  ${from} pays ${to} ${money(amount)}.`),
    ...entry.next.map(({ sentence }) => `  ${sentence}`),
  ];
}

type Money = (amount: string) => string;

const headline = ({ amount, status }: StatementPayment, money: Money): string =>
  amount === null ? "not determined" : status === "provisional" ? `${money(amount)}, provisional` : money(amount);

/** A bare value has no line of its own: the sentence that uses it has it already. Nor has a guard that had nothing to do. */
function lines(step: StatementStep, depth: number): string[] {
  const [only] = step.inputs;
  if (step.kind === "present" && step.inputs.length === 1 && only!.exact === step.exact) return lines(only!, depth);
  const bare = step.kind === "constant" && step.name === undefined && step.title === undefined;
  if (bare && depth > 1) return [];
  const label = step.label === undefined ? "" : `${step.label}: `;
  const line = `${"  ".repeat(depth)}${label}${sentenceWithOrigin(step)} (${place(step)})`;
  return [line, ...step.inputs.flatMap((input) => lines(input, depth + 1))];
}

const place = ({ source }: StatementStep): string =>
  source.file === undefined ? `line ${source.line}` : `${source.file}, line ${source.line}`;

function rounding({ rounding }: StatementPayment, money: Money): string[] {
  if (!rounding?.exact.includes("/")) return [];
  return [`  The amount is rounded once, at the end: ${money(rounding.rounded)}.`];
}
