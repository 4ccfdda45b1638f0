import type { RestatedEntry, Statement, StatementPayment } from "@concordat/model";

const COLUMNS = ["period", "payment", "for", "from", "to", "amount", "status", "reason"];

/**
 * One row for each flow of money. A payment that moves none has one row without payer and payee, with the amount 0 or,
 * where it is undetermined, with none: missing is never zero. Amounts are plain decimals.
 */
export function statementCsv({ periods, restated }: Statement): string {
  const rows = [
    ...periods.flatMap(({ period, payments }) => payments.flatMap((payment) => paymentRows(period, payment))),
    ...(restated?.entries ?? []).flatMap(restatedRows),
  ];
  return [COLUMNS.map(textCell).join(","), ...rows].map((row) => `${row}\r\n`).join("");
}

function paymentRows(period: string, payment: StatementPayment): string[] {
  const row = (from: string, to: string, amount: string): string =>
    [
      ...[period, payment.payment, payment.for ?? "", from, to].map(textCell),
      amount,
      ...[payment.status, [payment.determination?.sentence, payment.reason].filter(Boolean).join(" ")].map(textCell),
    ].join(",");
  if (payment.flows.length === 0) return [row("", "", payment.amount ?? "")];
  return payment.flows.map(({ from, to, amount }) => row(from, to, amount));
}

/** A closed period's difference, with the status "adjustment". */
const restatedRows = ({ period, payment, for: row, flows, sentence }: RestatedEntry): string[] =>
  flows.map(({ from, to, amount }) =>
    [...[period, payment, row ?? "", from, to].map(textCell), amount, ...["adjustment", sentence].map(textCell)].join(
      ",",
    ),
  );

/** A quoted cell. A spreadsheet would read text that begins like a formula as one: a `'` before it keeps it text. */
function textCell(words: string): string {
  const trimmed = words.replace(/^[\s\p{Cc}\ufeff]+/u, "");
  const live = /^[=+\-@＝＋－＠]/.test(trimmed) || /^[\t\r\n]/.test(words);
  return `"${(live ? `'${words}` : words).replace(/"/g, '""')}"`;
}
