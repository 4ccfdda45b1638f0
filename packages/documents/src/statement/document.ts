import { type Statement, type StatementPayment, type StatementPeriod, showDate } from "@concordat/model";
import {
  type Block,
  type LegalDocument,
  note,
  type Paragraph,
  type Section,
  type Table,
} from "../document/document.js";
import { type Phrase, say, strong, text } from "../document/phrase.js";
import {
  balances,
  carriedName,
  extractLines,
  mayChange,
  net,
  partyNames,
  paymentName,
  qualityLines,
  why,
  written,
} from "./words.js";

type Names = (party: string) => string;

/** A statement as a document: a section for each period, then totals, data and receipt. */
export function statementDocument(statement: Statement): LegalDocument {
  const nameOf = partyNames(statement);
  const reference = statement.reference === undefined ? [] : [{ label: "Reference", value: text(statement.reference) }];
  return {
    language: "en-GB",
    title: text(statement.title ?? statement.contract),
    kind: "Payment statement",
    facts: [...reference, { label: "Amounts in", value: text(statement.currency) }],
    sections: [
      ...statement.periods.map((period, index) => periodSection(period, index, statement, nameOf)),
      ...restatedSections(statement, nameOf),
      totals(statement, nameOf),
      receipt(statement),
    ].filter(({ blocks, sections }) => blocks.length > 0 || (sections ?? []).length > 0),
  };
}

const paragraph = (words: Phrase): Paragraph => ({ kind: "paragraph", text: words });

const periodSection = (period: StatementPeriod, index: number, { currency }: Statement, nameOf: Names): Section => ({
  id: `period-${index + 1}`,
  heading: text(`${period.period} (${showDate(period.from)} to ${showDate(period.to)})`),
  blocks:
    period.carried === undefined
      ? []
      : [
          money(
            "Carried forward into the next period",
            ["Balance", "Amount"],
            period.carried.map((one) => [
              carriedName(one, nameOf),
              one.amount === null ? "not known" : written(one.amount, currency),
            ]),
          ),
        ],
  sections: period.payments.map((payment, at) => ({
    id: `period-${index + 1}-payment-${at + 1}`,
    heading: text(paymentName(payment, nameOf)),
    blocks: paymentBlocks(payment, currency, nameOf),
  })),
});

function paymentBlocks(payment: StatementPayment, currency: string, nameOf: Names): Block[] {
  const amount = payment.amount === null ? "Not determined" : written(payment.amount, currency);
  const status = payment.status === "provisional" ? " (provisional)" : "";
  return [
    paragraph(say`${strong(amount)}${status}`),
    ...(payment.determination ? [note(text(payment.determination.sentence))] : []),
    ...(payment.reason ? [note(text(payment.reason))] : []),
    ...(payment.flows.length === 0
      ? []
      : [
          money(
            "Who pays whom",
            ["Payer", "Payee", "Amount"],
            payment.flows.map(({ from, to, amount: part }) => [
              nameOf(from),
              from === to ? "itself" : nameOf(to),
              written(part, currency),
            ]),
          ),
        ]),
    ...mayChange(payment).map((sentence) => note(text(sentence))),
    ...[
      ...(payment.status === "undetermined" ? [] : why(payment, currency)),
      ...payment.next.map(({ sentence }) => sentence),
    ].map((sentence): Block => ({ kind: "clause", text: text(sentence) })),
  ];
}

/** A table whose headings with an amount below them stand at the right. */
function money(caption: string, headings: readonly string[], rows: readonly (readonly string[])[]): Table {
  return {
    kind: "table",
    caption: text(caption),
    columns: headings.map((heading) => ({ heading: text(heading), align: LEFT.has(heading) ? "left" : "right" })),
    rows: rows.map((row) => row.map(text)),
  };
}
const LEFT = new Set(["Payer", "Payee", "Party"]);

/** What later data changes in periods that are closed. */
function restatedSections({ restated, currency }: Statement, nameOf: Names): Section[] {
  if (restated === undefined) return [];
  const with_ = restated.in === null ? "" : `, with ${restated.in}`;
  const sections = restated.entries.map(
    (entry, at): Section => ({
      id: `adjustment-${at + 1}`,
      heading: text(`${paymentName(entry, nameOf)}, ${entry.period}`),
      blocks: [
        ...(entry.flows.length === 0
          ? []
          : [
              money(
                "Who pays whom",
                ["Payer", "Payee", "Amount"],
                entry.flows.map(({ from, to, amount }) => [nameOf(from), nameOf(to), written(amount, currency)]),
              ),
            ]),
        { kind: "clause", text: text(entry.sentence) },
      ],
    }),
  );
  const none = [paragraph(text("Nothing has changed in the periods that are closed."))];
  const blocks = sections.length === 0 ? none : [];
  return [{ id: "adjustment", heading: text(`Adjustment for closed periods${with_}`), blocks, sections }];
}

const totals = (statement: Statement, nameOf: Names): Section => ({
  id: "totals",
  heading: text("Totals and balances"),
  blocks:
    statement.totals.length === 0
      ? []
      : [
          money(
            "What each party receives and pays",
            ["Party", "Receives", "Pays", "Balance"],
            statement.totals.map((total) => [
              nameOf(total.party),
              ...[total.receives, total.pays, net(total)].map((amount) => written(amount, statement.currency)),
            ]),
          ),
          money(
            "Who pays whom, over all of these periods",
            ["Payer", "Payee", "Amount"],
            balances(statement).map(({ from, to, amount }) => [
              nameOf(from),
              nameOf(to),
              written(amount, statement.currency),
            ]),
          ),
        ],
});

function receipt(statement: Statement): Section {
  const { notes, receipt: digests } = statement;
  return {
    id: "receipt",
    heading: text("Data and receipt"),
    blocks: [
      ...qualityLines(statement).map((line) => paragraph(text(`${line}.`))),
      ...extractLines(statement).map((line) => paragraph(text(line))),
      ...notes.map((words) => note(text(words))),
      ...(digests.contract === null ? [] : [paragraph(text(`Contract (SHA-256): ${digests.contract}`))]),
      paragraph(text(`Data (SHA-256): ${digests.data}`)),
      ...(digests.software === null ? [] : [paragraph(text(`Software: ${digests.software}`))]),
    ],
  };
}
