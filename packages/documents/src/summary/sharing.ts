import {
  type Branch,
  membersOf,
  type ParticipantSet,
  type PartyLimit,
  type Payment,
  Rational,
  ratio,
  type Sharing,
} from "@concordat/model";
import { type Clause, clause, item } from "../document/document.js";
import { cite, listed, type Phrase, say, strong, text } from "../document/phrase.js";
import { amount } from "../sentences/amount.js";
import { wholeLimit } from "../sentences/at-most.js";
import { thatOne, whoIs } from "../sentences/names.js";
import { thePeriod } from "../sentences/period.js";
import type { Reader } from "../sentences/reader.js";

/** Who pays and who receives, in what parts; party limits; rounding. In the order in which they are done (rule 8). */
export function sharingClauses(branch: Branch, payment: Payment, reader: Reader): Clause[] {
  const named = branch.direction === "to" ? "receives" : "pays";
  const other = named === "receives" ? "pays" : "receives";
  const side = (on: PartyLimit["on"]): Sharing => (on === "receives" ? branch.receivers : branch.payers);
  const limits = (on: PartyLimit["on"]): Clause[] =>
    branch.limits.filter((limit) => limit.on === on).map((limit) => limitClause(limit, payment, reader));
  return [
    sideClause(named, side(named), say`The amount, rounded as ${cite("clause", "rounding")} says,`, reader),
    ...limits(named),
    sideClause(other, side(other), parties(side(named)) > 1 ? text("Each of those parts") : text("It"), reader),
    ...limits(other),
  ];
}

const parties = (sharing: Sharing): number => membersOf(sharing)?.length ?? 1;

function sideClause(on: PartyLimit["on"], sharing: Sharing, subject: Phrase, reader: Reader): Clause {
  const verb = on === "receives" ? "is paid to" : "is paid by";
  if (sharing.kind === "row") return clause(say`${subject} ${verb} ${thatOne(sharing.of)}.`);
  if (sharing.kind === "by") {
    const who =
      sharing.group !== undefined
        ? whoIs(sharing.group, reader.contract)
        : sharing.axis === "party"
          ? listed(sharing.members.map((party) => whoIs(party, reader.contract)))
          : say`every ${whoIs(sharing.axis, reader.contract)}`;
    return clause(
      say`${subject} ${verb} ${who}, divided as ${cite("clause", "division")} says in proportion to this value of each: ${reader.phrase(sharing.weight)}. Where that is not known for one of them, or is nothing for all, the payment cannot be determined.`,
    );
  }
  if (sharing.parts.length === 1)
    return clause(say`${subject} ${verb} ${whoIs(sharing.parts[0]!.party, reader.contract)}.`);
  const joining = joiningSet(sharing.parts, reader);
  if (joining)
    return clause(
      say`${subject} ${verb} every ${whoIs(joining.name, reader.contract)} that takes part in the period, each an equal part, divided as ${cite("clause", "division")} says.`,
    );
  const group = sharing.group === undefined ? text("these parties") : whoIs(sharing.group, reader.contract);
  const parts = shares(sharing.parts, reader);
  const divided = say`divided as ${cite("clause", "division")} says`;
  return parts.length > MOST_IN_LINE
    ? clause(
        say`${subject} ${verb} ${group} in the following parts, ${divided}:`,
        parts.map((part) => item(part)),
      )
    : clause(say`${subject} ${verb} ${group}, ${divided}: ${listed(parts)}.`);
}

/** The set whose rows these are, all in equal parts, where they join and leave: who they are differs from period to period. */
function joiningSet(
  parts: readonly { party: string; share: string }[],
  { contract }: Reader,
): ParticipantSet | undefined {
  const alike = parts.every(({ share }) => share === parts[0]!.share);
  return contract.participants.find(
    ({ joining, leaving, rows }) =>
      (joining ?? leaving) !== undefined &&
      alike &&
      rows.length === parts.length &&
      rows.every(({ key }) => parts.some(({ party }) => party === key)),
  );
}

/** More parties than this are a list. */
const MOST_IN_LINE = 4;

/** Each party's part of the whole, whatever the shares add up to. */
function shares(parts: readonly { party: string; share: string }[], reader: Reader): Phrase[] {
  const all = Rational.sum(parts.map(({ share }) => Rational.parse(share)));
  return parts.map(
    ({ party, share }) =>
      say`${whoIs(party, reader.contract)} ${strong(amount(Rational.parse(share).over(all), ratio))}`,
  );
}

/** `each pays at most E, the excess from P`. */
function limitClause({ on, limit, excess }: PartyLimit, { each }: Payment, reader: Reader): Clause {
  const most = say`Each of them ${on} at most ${reader.phrase(limit)}${wholeLimit(limit, reader)}, for ${thePeriod(each)}.`;
  if (excess === null)
    return clause(say`${most} Anything above that is not ${on === "pays" ? "paid at all" : "paid to anyone"}.`);
  const who = whoIs(excess, reader.contract);
  return clause(
    say`${most} Anything above that ${on === "pays" ? "is paid by" : "goes to"} ${who}${on === "pays" ? " in its place" : ""}, which this limit does not bind.`,
  );
}
