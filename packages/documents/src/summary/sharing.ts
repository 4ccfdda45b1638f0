import { type Branch, type PartyLimit, Rational, ratio, type Sharing } from "@concordat/model";
import { type Clause, clause, type Item, item } from "../document/document.js";
import { cite, type Phrase, say, text } from "../document/phrase.js";
import { amount } from "../sentences/amount.js";
import { wholeLimit } from "../sentences/at-most.js";
import { thatOne, whoIs } from "../sentences/names.js";
import type { Reader } from "../sentences/reader.js";

/** Who pays and who receives, in what parts; party limits; rounding. In the order in which they are done (rule 8). */
export function sharingClauses(branch: Branch, reader: Reader): Clause[] {
  const named = branch.direction === "to" ? "receives" : "pays";
  const other = named === "receives" ? "pays" : "receives";
  const side = (on: PartyLimit["on"]): Sharing => (on === "receives" ? branch.receivers : branch.payers);
  const limits = (on: PartyLimit["on"]): Clause[] =>
    branch.limits.filter((limit) => limit.on === on).map((limit) => limitClause(limit, reader));
  return [
    sideClause(named, side(named), say`The amount, rounded as ${cite("clause", "rounding")} says,`, reader),
    ...limits(named),
    sideClause(other, side(other), parties(side(named)) > 1 ? text("Each of those parts") : text("It"), reader),
    ...limits(other),
  ];
}

const parties = (sharing: Sharing): number => (sharing.kind === "row" ? 1 : sharing.parts.length);

function sideClause(on: PartyLimit["on"], sharing: Sharing, subject: Phrase, reader: Reader): Clause {
  const verb = on === "receives" ? "is paid to" : "is paid by";
  if (sharing.kind === "row") return clause(say`${subject} ${verb} ${thatOne(sharing.of)}.`);
  if (sharing.parts.length === 1)
    return clause(say`${subject} ${verb} ${whoIs(sharing.parts[0]!.party, reader.contract)}.`);
  const group =
    sharing.group === undefined ? text("the following parties") : say`${whoIs(sharing.group, reader.contract)}`;
  return clause(
    say`${subject} ${verb} ${group}, divided as ${cite("clause", "division")} says in these parts:`,
    shares(sharing.parts, reader),
  );
}

/** Shares that are ratios add up to the whole; others are weights (shares of a sum), and say so. */
function shares(parts: readonly { party: string; share: string }[], reader: Reader): Item[] {
  const all = Rational.sum(parts.map(({ share }) => Rational.parse(share)));
  return parts.map(({ party, share }) =>
    item(say`${whoIs(party, reader.contract)}: ${portion(Rational.parse(share), all)}`),
  );
}

const portion = (share: Rational, all: Rational): Phrase =>
  text(
    all.equals(Rational.one)
      ? amount(share, ratio)
      : `${share.toDecimal() ?? share.toText()} of ${all.toDecimal() ?? all.toText()} equal parts`,
  );

/** `each pays at most E, the excess from P`. */
function limitClause({ on, limit, excess }: PartyLimit, reader: Reader): Clause {
  const most = say`Each of them ${on} at most ${reader.phrase(limit)}${wholeLimit(limit, reader)}.`;
  if (excess === null)
    return clause(say`${most} Anything above that is not ${on === "pays" ? "paid at all" : "paid to anyone"}.`);
  const who = whoIs(excess, reader.contract);
  return clause(
    say`${most} Anything above that ${on === "pays" ? "is paid by" : "goes to"} ${who}${on === "pays" ? " in its place" : ""}, which this limit does not bind.`,
  );
}
