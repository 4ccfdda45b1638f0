import {
  type CardLine,
  money,
  type PeriodKind,
  type RateCard,
  Rational,
  type RecordSet,
  ratio,
} from "@concordat/model";
import { type Clause, clause, item } from "../document/document.js";
import { listed, type Phrase, say, term, text } from "../document/phrase.js";
import { amount } from "./amount.js";
import { conditionPhrase } from "./condition.js";
import { durationText } from "./followed.js";
import type { LineInHand } from "./line.js";
import { anchor, plainName, titleOf } from "./names.js";
import type { Reader } from "./reader.js";

/** `rates for each person in … { … }`: each line, then the limits, in the order in which they work (rule 7). */
export function ratesLine({ line, it, reader, payment, after }: LineInHand): Clause[] {
  const { contract } = reader;
  const inner = reader.node(line.node);
  const node = inner.kind === "plus" ? inner.terms.map(reader.node).find(({ kind }) => kind === "rate-card") : inner;
  const card = contract.cards?.find(
    (each) => each.payment === payment.name && node?.kind === "rate-card" && each.lines[0]!.count === countOf(node),
  );
  const records = contract.records.find(({ name }) => name === card?.records);
  if (!card || !records) return [];
  const rows = term(titleOf(records), anchor("records", records.name));
  const result = it ? "is added to the amount so far" : "is the amount";
  return [
    clause(
      after(
        say`for each person in ${rows}, told apart by the pseudonym, these are paid, and what they come to ${result}`,
      ),
      card.lines.map((each) => item(linePhrase(each, records, reader))),
    ),
    ...card.person.map(({ amount: most, span }) =>
      clause(
        text(
          `For one person all lines together pay at most ${pounds(most, reader)}${spanText(span, card)}: the earliest is paid first, and what crosses the limit is paid in part.`,
        ),
      ),
    ),
    clause(
      text(
        `Only what is dated in the term counts${stateText(card)}. Limits of a line come before those of a person${shared(card)}; of two things on one day, the line that stands first goes first.`,
      ),
    ),
  ];
}

const countOf = (node: { kind: string; lines?: unknown }): string | undefined =>
  (node.lines as { input: string }[] | undefined)?.[0]?.input.replace(/\.paid$/, ".count");

function linePhrase(line: CardLine, records: RecordSet, reader: Reader): Phrase {
  const price = pounds(line.price, reader);
  const where = line.where ? say`, where ${conditionPhrase(line.where, records, reader.contract.currency)}` : text("");
  const each = line.eachPerson;
  const often = each ? `, at most ${each.count} times for one person${spanOnly(each.span)}` : "";
  const all = line.inAll
    ? `, and at most ${pounds(line.inAll.amount, reader)} for all persons together${spanOnly(line.inAll.span)}, the earliest first`
    : "";
  const share = line.share ? say`; ${shareText(line.share)}` : text("");
  return say`“${line.name}”: ${price} for ${paidFor(line)}${where}${often}${all}${share}.`;
}

/** The limit of a share, which comes after all others. */
function shareText({ most, lines, span }: NonNullable<CardLine["share"]>): Phrase {
  const names = listed(lines.map((name) => text(`“${name}”`)));
  const end = span === "term" ? "the term" : `the ${span}`;
  return say`of all that is paid on ${names}${spanOnly(span)}, at most ${amount(Rational.parse(most), ratio)} by number may be paid on this line: the earliest is paid first, and what does not fit waits until enough others are paid, but not beyond the end of ${end}`;
}

function paidFor({ paidFor, of }: CardLine): string {
  const what = plainName(of);
  switch (paidFor.kind) {
    case "first":
      return `the person's first ${what}, and no later one`;
    case "each":
      return `each ${what}`;
    case "when":
      return `${what} that lasts ${durationText(paidFor.lasts)} without a break, once`;
    case "every":
      return `every ${durationText(paidFor.lasts)} of ${what} without a break`;
  }
}

const shared = ({ lines }: RateCard): string =>
  lines.some(({ share }) => share) ? ", and the limit of a line to a share of all comes last" : "";

function stateText(card: RateCard): string {
  const states = card.lines.some(({ paidFor }) => paidFor.kind === "when" || paidFor.kind === "every");
  return states
    ? "; a state is complete on the day after its last needed day, rows that touch are one stretch, and a state that has not ended lasts to the day to which the data are known"
    : "";
}

const spanOnly = (span: PeriodKind): string => (span === "term" ? " over the whole term" : ` in each ${span}`);
const spanText = (span: PeriodKind, _card: RateCard): string => spanOnly(span);
const pounds = (value: string, { contract }: Reader): string => amount(Rational.parse(value), money(contract.currency));
