import { payoffCurves } from "@concordat/documents";
import {
  type ContractModel,
  evaluatorOf,
  Rational,
  type StatementPayment,
  settle,
  show,
  showDate,
  showMoney,
  type Unit,
} from "@concordat/model";
import type { CurveShown } from "../preview/protocol.js";
import { type Case, caseOf, MOST, type Setting } from "./case.js";
import { explained, type Placed } from "./explained.js";
import { namedRows } from "./inputs.js";
import type { WhatIfAnswer, WhatIfInput, WhatIfPayment, WhatIfQuestion } from "./protocol.js";
import { valueAtPosition } from "./scale.js";
import { unitWords } from "./unit-words.js";

/** Works out one period at the values of the question, exactly as a settlement does. */
export function whatIf(contract: ContractModel, question: WhatIfQuestion, placed: Placed): WhatIfAnswer {
  const at = caseOf(contract, question);
  const entries = entriesOf(contract, at);
  const shown = at.settings.slice(0, MOST);
  return {
    contract: contract.name,
    period: at.period.label,
    starts: contract.examples.map(({ name, title }) => ({ name, title: title ?? name })),
    ...(at.example ? { start: at.example.name } : {}),
    inputs: shown.map((setting) => inputShown(setting, contract, placed)),
    more: at.settings.length - shown.length,
    parties: partiesIn(entries, contract),
    payments: entries.map((entry) => paymentShown(entry, contract, placed)),
    curves: question.payment === undefined ? [] : curvesAt(contract, question.payment, at),
  };
}

/** An entry, and its period where that is only part of the case's. */
type Entry = StatementPayment & { readonly within?: string };

/** The entries of the rows that the case speaks of; of all where it names none. */
function entriesOf(contract: ContractModel, { values, period, example }: Case): Entry[] {
  const rows = contract.participants.reduce((count, set) => count + set.rows.length, 0);
  const statement = settle(
    contract,
    { values: [...values], digest: "", quality: [] },
    { period, next: rows * contract.payments.length < MANY },
  );
  return statement.periods
    .flatMap(({ payments, period: label }) =>
      payments.map((entry): Entry => (label === period.label ? entry : { ...entry, within: label })),
    )
    .filter(({ payment, for: row }) => {
      const axis = contract.payments.find(({ name }) => name === payment)?.forEach;
      const named = axis === undefined ? undefined : namedRows(contract, axis, example);
      return row === undefined || named === undefined || named.size === 0 || named.has(row);
    });
}

/** How far the next change is takes several settlements of a payment: left out where there are many rows. */
const MANY = 100;

function inputShown(
  { input, scale, value, position, problem }: Setting,
  contract: ContractModel,
  placed: Placed,
): WhatIfInput {
  const metric = contract.metrics.find(({ name }) => name === input.name && input.kind === "metric");
  const marks = (["baseline", "target"] as const).flatMap((name) => {
    const text = metric?.[name];
    return text === undefined ? [] : [{ name, shown: valueShown(text, input.unit) }];
  });
  const range = placed({
    line: 0,
    column: 0,
    offset: input.offset,
    length: 1,
    ...(input.file ? { file: input.file } : {}),
  });
  return {
    key: input.key,
    name: input.name,
    title: input.title,
    kind: input.kind,
    ...(input.row === undefined ? {} : { row: input.row }),
    unit: unitWords(input.unit),
    ...(metric?.better === undefined ? {} : { better: metric.better }),
    shown: value === null ? null : valueShown(value, input.unit),
    ...(scale
      ? {
          slider: {
            steps: scale.steps,
            position,
            low: valueShown(scale.from.toText(), input.unit),
            high: valueShown(valueAtPosition(scale, scale.steps).toText(), input.unit),
          },
        }
      : {}),
    marks,
    ...(problem === undefined ? {} : { problem }),
    ...(range ? { range } : {}),
  };
}

function valueShown(value: string, unit: Unit): string {
  if (unit.kind === "date") return showDate(value);
  if (unit.kind === "truth") return Rational.parse(value).isZero ? "no" : "yes";
  return show(Rational.parse(value), unit);
}

function paymentShown(entry: Entry, contract: ContractModel, placed: Placed): WhatIfPayment {
  const payment = contract.payments.find(({ name }) => name === entry.payment)!;
  const row = entry.forTitle ?? (entry.for === undefined ? undefined : titleOfParty(entry.for, contract));
  const range = placed(payment.source);
  return {
    key: [entry.payment, entry.for, entry.within].filter((part) => part !== undefined).join(" "),
    payment: entry.payment,
    title: [entry.title ?? entry.payment, row, entry.within].filter((part) => part !== undefined).join(", "),
    amount: entry.amount === null ? null : pounds(entry.amount, contract),
    status: entry.status,
    ...(entry.reason === null ? {} : { reason: entry.reason }),
    flows: entry.flows.map(({ from, to, amount }) => ({
      from: titleOfParty(from, contract),
      to: titleOfParty(to, contract),
      amount: pounds(amount, contract),
    })),
    why: [
      ...entry.steps.flatMap((step) => explained(step, placed)),
      ...[...entry.limits, ...(entry.divided ?? [])].map(({ sentence }) => ({ sentence, under: [] })),
      ...(entry.contractLimits ?? []).map(({ sentence }) => ({ sentence, under: [] })),
    ],
    next: entry.next.map(({ sentence }) => sentence),
    ...(range ? { range } : {}),
  };
}

function partiesIn(entries: readonly StatementPayment[], contract: ContractModel): WhatIfAnswer["parties"] {
  const side = (which: "receives" | "pays", party: string): Rational =>
    Rational.sum(
      entries.flatMap((entry) =>
        entry[which].filter((part) => part.party === party).map(({ amount }) => Rational.parse(amount)),
      ),
    );
  const named = new Set(entries.flatMap(({ receives, pays }) => [...receives, ...pays]).map(({ party }) => party));
  const order = [
    ...contract.parties.map(({ name }) => name),
    ...contract.participants.flatMap(({ rows }) => rows.map(({ key }) => key)),
  ];
  return [...new Set([...order, ...named])]
    .filter((party) => named.has(party) || contract.parties.some(({ name }) => name === party))
    .map((party) => {
      const [receives, pays] = [side("receives", party), side("pays", party)];
      return {
        party: titleOfParty(party, contract),
        receives: pounds(receives.toText(), contract),
        pays: pounds(pays.toText(), contract),
        balance: pounds(receives.less(pays).toText(), contract),
      };
    });
}

/** With pence always, so that amounts stand under one another. */
function pounds(amount: string, { currency }: ContractModel): string {
  const value = Rational.parse(amount);
  const shown = showMoney(value, currency);
  return value.bottom === 1n ? `${shown}.00` : shown;
}

const titleOfParty = (name: string, { parties, participants }: ContractModel): string =>
  parties.find((party) => party.name === name)?.title ??
  participants.flatMap(({ rows }) => rows).find(({ key }) => key === name)?.title ??
  name;

/** The payment's curves with the case marked on each. Of a payment for each of several, the first row that the case has. */
function curvesAt(contract: ContractModel, name: string, { values, period, settings, example }: Case): CurveShown[] {
  const payment = contract.payments.find((one) => one.name === name);
  if (!payment) return [];
  const evaluator = evaluatorOf(contract, values);
  const [at] = evaluator.within(payment.each, period);
  const axis = payment.forEach;
  const row =
    axis === undefined
      ? undefined
      : (settings.find(({ input }) => input.of[axis])?.input.of[axis] ?? [...namedRows(contract, axis, example)][0]);
  const known = at && (axis === undefined || row !== undefined);
  const now = (node: string): Rational | undefined => {
    if (!known || contract.nodes[node]!.axes.some((one) => one !== axis)) return undefined;
    const { value } = evaluator.step(node, { period: at, of: axis === undefined ? {} : { [axis]: row! } });
    return value.is === "number" ? value.number : undefined;
  };
  return payoffCurves(contract, name, now).map(({ title, description, svg }) => ({ title, description, svg }));
}
