import { renderStatement } from "@concordat/documents";
import { Statement, type StatementStep } from "@concordat/model";
import type { Page, PageLink } from "../pages/protocol.js";
import type { TextPlace } from "../preview/protocol.js";
import type { Thing } from "../preview/things.js";
import type { Placed } from "../what-if/explained.js";

/** "£1,234.50", "−£20.00", "€3.00", "SEK 12.00". */
const AMOUNT = /−?(?:[£$€]|A\$|NZ\$|[A-Z]{3} )\d[\d,]*(?:\.\d+)?/g;

/**
 * The statement as text, as the command line prints it. Every amount below a payment leads to the line of the
 * contract that it comes from, where the explanation has it, or else to the payment; totals are of several, and lead
 * nowhere. Undefined where the JSON is no statement.
 */
export function statementPage(json: string, things: readonly Thing[], placed: Placed): Page | undefined {
  const statement = readStatement(json);
  if (!statement) return undefined;
  const text = renderStatement(statement, "text");
  const headings = statement.periods.flatMap(({ payments }) =>
    payments.map(({ payment, title, steps }) => ({ payment, words: title ?? payment, steps })),
  );
  const links: PageLink[] = [];
  let next = 0;
  let current: Thing | undefined;
  let lines: ReadonlyMap<string, TextPlace> = new Map();
  text.split("\n").forEach((line, at) => {
    const heading = headings[next];
    if (heading && line.startsWith(heading.words.slice(0, LONGEST))) {
      current = things.find(({ type, name }) => type === "Payment" && name === heading.payment);
      lines = linesOf(heading.steps, placed);
      next++;
    } else if (/^\S/.test(line)) current = undefined; // another period, or the totals
    if (!current) return;
    for (const { 0: amount, index } of line.matchAll(AMOUNT)) {
      const range = { start: { line: at, character: index }, end: { line: at, character: index + amount.length } };
      links.push({ range, target: lines.get(withoutPence(amount)) ?? current.range });
    }
  });
  return { text, links };
}

/** Where the contract says what comes to each amount of an explanation; of several that come to the same, the one nearest the result. */
function linesOf(steps: readonly StatementStep[], placed: Placed): Map<string, TextPlace> {
  const lines = new Map<string, TextPlace>();
  for (let level = steps; level.length > 0; level = level.flatMap(({ inputs }) => inputs)) {
    for (const { shown, source } of level) {
      const place = placed(source);
      const amount = withoutPence(shown);
      if (place && !lines.has(amount)) lines.set(amount, place);
    }
  }
  return lines;
}

/** Explanations leave out pence that are none. */
const withoutPence = (amount: string): string => amount.replace(/\.00$/, "");

/** A longer title is broken over lines. */
const LONGEST = 40;

function readStatement(json: string): Statement | undefined {
  try {
    return Statement.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
