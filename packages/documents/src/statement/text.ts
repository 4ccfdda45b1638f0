import {
  type Statement,
  type StatementCarried,
  type StatementPayment,
  type StatementPeriod,
  showDate,
} from "@concordat/model";
import { replaceControls } from "../writers/escape.js";
import { hanging, wrapped } from "../writers/text.js";
import {
  balances,
  carriedName,
  count,
  extractLines,
  mayChange,
  net,
  partyNames,
  paymentName,
  qualityLines,
  why,
  written,
} from "./words.js";

const WIDTH = 100;
type Names = (party: string) => string;

/** What `concordat settle` prints: at most 100 columns, amounts in one column at the right. */
export function statementText(statement: Statement, colour: boolean): string {
  const paint = painter(colour);
  const nameOf: Names = (party) => clean(partyNames(statement)(party));
  const title = clean(statement.title ?? statement.contract);
  const reference = statement.reference === undefined ? "" : ` (${clean(statement.reference)})`;
  const lines = [
    ...wrapped(`${title}${reference}`, "", WIDTH).map(paint.bold),
    `Payment statement, amounts in ${statement.currency}`,
    ...statement.periods.flatMap((period) => periodLines(period, statement, nameOf, paint)),
    ...restatedLines(statement, nameOf, paint),
    ...totalLines(statement, nameOf, paint),
    ...closing(statement, paint),
  ];
  return `${lines.join("\n")}\n`;
}

function periodLines(period: StatementPeriod, { currency }: Statement, nameOf: Names, paint: Paint): string[] {
  const heading = `${period.period}  (${showDate(period.from)} to ${showDate(period.to)})`;
  const payments = period.payments.flatMap((payment) => ["", ...paymentLines(payment, currency, nameOf, paint)]);
  const carried = (period.carried ?? []).flatMap((one) => ["", ...carriedLines(one, currency, nameOf, paint)]);
  return ["", paint.bold(heading), "=".repeat(heading.length), ...payments, ...carried];
}

function carriedLines(one: StatementCarried, currency: string, nameOf: Names, paint: Paint): string[] {
  const amount = one.amount === null ? "not known" : written(one.amount, currency);
  return [
    ...ledger(`Carried forward: ${clean(carriedName(one, nameOf))}`, amount, 0).map(paint.bold),
    ...told("why", [one.sentence]),
  ];
}

function paymentLines(payment: StatementPayment, currency: string, nameOf: Names, paint: Paint): string[] {
  const amount = payment.amount === null ? "not determined" : written(payment.amount, currency);
  const reason = payment.reason === null ? [] : [clean(payment.reason)];
  const status =
    STATUS[payment.status] === undefined
      ? []
      : reason.flatMap((words) => hanging("  ", standing(payment.status, words), 0));
  const sides = (label: string, list: StatementPayment["receives"]): string[] =>
    list.flatMap(({ party, amount }, index) =>
      ledger(`  ${(index === 0 ? label : "").padEnd(10)}${nameOf(party)}`, written(amount, currency), 12),
    );
  return [
    ...ledger(clean(paymentName(payment, nameOf)), amount, 0).map(paint.bold),
    ...status.map(paint[STATUS[payment.status] ?? "bold"]),
    ...(payment.determination ? hanging("  ", clean(payment.determination.sentence), 0) : []),
    ...sides("receives", payment.receives),
    ...sides("pays", payment.pays),
    ...told(
      "why",
      payment.status === "undetermined" ? [] : [...(status.length === 0 ? reason : []), ...why(payment, currency)],
    ),
    ...told("data", mayChange(payment)),
    ...told("next", nextChanges(payment)),
  ];
}

/** What a status that is not final looks like. */
const STATUS: Partial<Record<StatementPayment["status"], "yellow" | "red">> = {
  provisional: "yellow",
  undetermined: "red",
};

/** "Provisional: …", said once. */
function standing(status: string, reason: string): string {
  const word = status.charAt(0).toUpperCase() + status.slice(1);
  return reason.startsWith(`${word}:`) ? reason : `${word}: ${reason}`;
}

/** The first changes in full; more than these are counted. */
function nextChanges({ next }: StatementPayment): string[] {
  const more = next.length - MOST_CHANGES;
  const first = next.slice(0, MOST_CHANGES).map(({ sentence }) => sentence);
  return more > 0 ? [...first, `And ${count(more, "further change")}.`] : first;
}
const MOST_CHANGES = 3;

/** Sentences beside a label, each on lines of its own. */
const told = (label: string, sentences: readonly string[]): string[] =>
  sentences.flatMap((sentence, index) => hanging(`  ${(index === 0 ? label : "").padEnd(10)}`, clean(sentence), 0));

/** Words at the left, an amount that ends in the last column; long words run over lines before it. */
function ledger(words: string, amount: string, indent: number): string[] {
  const room = WIDTH - amount.length - 2;
  const margin = " ".repeat(indent);
  const [first, ...rest] = wrapped(words.slice(indent), margin, room);
  const lines = [words.slice(0, indent) + first!.slice(indent), ...rest];
  const last = lines.at(-1)!;
  return [...lines.slice(0, -1), last + amount.padStart(WIDTH - last.length)];
}

/** What later data changes in periods that are closed: one adjustment, listed by period. */
function restatedLines({ restated, currency }: Statement, nameOf: Names, paint: Paint): string[] {
  if (restated === undefined) return [];
  const heading = `Adjustment for closed periods${restated.in === null ? "" : `, with ${restated.in}`}`;
  const none = restated.entries.length === 0 ? ["", "Nothing has changed in the periods that are closed."] : [];
  return [
    "",
    paint.bold(heading),
    "=".repeat(heading.length),
    ...none,
    ...restated.entries.flatMap((entry) => [
      "",
      ...wrapped(clean(`${paymentName({ ...entry }, nameOf)}, ${entry.period}`), "", WIDTH).map(paint.bold),
      ...entry.flows.flatMap(({ from, to, amount }) =>
        ledger(`  ${nameOf(from)} to ${nameOf(to)}`, written(amount, currency), 2),
      ),
      ...told("why", [entry.sentence]),
    ]),
  ];
}

function totalLines(statement: Statement, nameOf: Names, paint: Paint): string[] {
  if (statement.totals.length === 0) return [];
  const { currency } = statement;
  const columns = statement.totals.map((total) =>
    [total.receives, total.pays, net(total)].map((amount) => written(amount, currency)),
  );
  const widths = ["receives", "pays", "balance"].map((head, index) =>
    Math.max(head.length, ...columns.map((row) => row[index]!.length)),
  );
  const row = (words: string, cells: readonly string[]): string[] =>
    ledger(words, cells.map((cell, index) => cell.padStart(widths[index]!)).join("  "), 0);
  const flows = balances(statement);
  return [
    "",
    ...row("Totals", ["receives", "pays", "balance"]).map(paint.bold),
    "-".repeat(WIDTH),
    ...statement.totals.flatMap(({ party }, index) => row(nameOf(party), columns[index]!)),
    ...(flows.length === 0 ? [] : ["", paint.bold("Who pays whom"), "-".repeat(WIDTH)]),
    ...flows.flatMap(({ from, to, amount }) =>
      ledger(
        from === to ? `${nameOf(from)} bears itself` : `${nameOf(from)} to ${nameOf(to)}`,
        written(amount, currency),
        0,
      ),
    ),
  ];
}

function closing(statement: Statement, paint: Paint): string[] {
  const { notes, receipt } = statement;
  const data = [...qualityLines(statement), ...extractLines(statement)];
  const receipts = [
    ...(receipt.contract === null ? [] : [`contract  ${receipt.contract}`]),
    `data      ${receipt.data}`,
    ...(receipt.software === null ? [] : [`software  ${receipt.software}`]),
  ];
  return [
    ...(data.length === 0 ? [] : ["", paint.bold("Data")]),
    ...data.flatMap((line) => wrapped(clean(line), "  ", WIDTH)),
    ...(notes.length === 0 ? [] : ["", paint.bold("Notes")]),
    ...notes.flatMap((note) => wrapped(clean(note), "  ", WIDTH)),
    "",
    paint.bold("Receipt (SHA-256 of what this was worked out from)"),
    ...receipts.map((line) => `  ${replaceControls(line)}`),
  ];
}

const clean = (words: string): string => replaceControls(words).replace(/\s+/g, " ").trimEnd();

type Paint = Readonly<Record<"bold" | "yellow" | "red", (line: string) => string>>;
const CODES = { bold: "1", yellow: "33", red: "31" };

function painter(colour: boolean): Paint {
  const paint =
    (code: string) =>
    (line: string): string =>
      colour && line !== "" ? `\u001b[${code}m${line}\u001b[0m` : line;
  return { bold: paint(CODES.bold), yellow: paint(CODES.yellow), red: paint(CODES.red) };
}
