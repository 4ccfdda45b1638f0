import { renderStatement } from "@concordat/documents";
import { Statement } from "@concordat/model";
import type { Page, PageLink } from "../pages/protocol.js";
import type { Thing } from "../preview/things.js";

/** "£1,234.50", "−£20.00", "€3.00", "SEK 12.00". */
const AMOUNT = /−?(?:[£$€]|A\$|NZ\$|[A-Z]{3} )\d[\d,]*(?:\.\d+)?/g;

/**
 * The statement as text, as the command line prints it. Every amount below a payment leads to that payment in the
 * contract; totals are of several, and lead nowhere. Undefined where the JSON is no statement.
 */
export function statementPage(json: string, things: readonly Thing[]): Page | undefined {
  const statement = readStatement(json);
  if (!statement) return undefined;
  const text = renderStatement(statement, "text");
  const headings = statement.periods.flatMap(({ payments }) =>
    payments.map(({ payment, title }) => ({ payment, words: title ?? payment })),
  );
  const links: PageLink[] = [];
  let next = 0;
  let current: Thing | undefined;
  text.split("\n").forEach((line, at) => {
    const heading = headings[next];
    if (heading && line.startsWith(heading.words.slice(0, LONGEST))) {
      current = things.find(({ type, name }) => type === "Payment" && name === heading.payment);
      next++;
    } else if (/^\S/.test(line)) current = undefined; // another period, or the totals
    if (!current) return;
    for (const { 0: amount, index } of line.matchAll(AMOUNT)) {
      const range = { start: { line: at, character: index }, end: { line: at, character: index + amount.length } };
      links.push({ range, target: current.range });
    }
  });
  return { text, links };
}

/** A longer title is broken over lines. */
const LONGEST = 40;

function readStatement(json: string): Statement | undefined {
  try {
    return Statement.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
