import {
  type ContractModel,
  calendarOf,
  daysIn,
  fullDaysIn,
  isPart,
  money,
  type Party,
  periodsOf,
  Rational,
  ratio,
  showDate,
} from "@concordat/model";
import { type Block, type Clause, clause, item, type Section, type Table } from "../document/document.js";
import { joined, type Phrase, say, strong, text } from "../document/phrase.js";
import { amount, coinOf } from "../sentences/amount.js";
import { cohortClause } from "../sentences/cohort.js";
import { anchor, titleOf, whoIs } from "../sentences/names.js";
import { roundingWords } from "../sentences/rounded.js";

/** Who made the contract, for how long, and how money is rounded and divided. */
export const agreement = (contract: ContractModel): Section => ({
  id: "agreement",
  heading: text("The agreement"),
  blocks: [
    clause(
      say`This contract is ${strong(titleOf(contract))}${contract.reference === undefined ? "" : `, reference ${contract.reference}`}.`,
    ),
    clause(text("The parties are:")),
    ...(contract.parties.length > 0 ? [parties(contract)] : []),
    ...contract.participants
      .filter(({ place, category }) => !place && !category)
      .map((set) =>
        set.cohort
          ? cohortClause(set, set.cohort, contract)
          : clause(
              say`Each ${set.role ?? "party"} listed in ${set.file ?? set.name} is ${article(titleOf(set))} ${strong(titleOf(set))} and a party: ${set.rows.length} ${set.rows.length === 1 ? "row" : "rows"}. The terms apply to each of them on its own.${joining(set)}`,
              [],
              anchor("participants", set.name),
            ),
      ),
    ...groups(contract),
    ...contributions(contract),
    ...term(contract),
    clause(
      say`Payments are settled ${contract.settled === "term" ? "at the end of the term" : `each ${contract.settled}`}, in ${contract.currency}.`,
    ),
    clause(
      say`Values are exact, and conditions and limits are tested against exact values, not against printed ones. Nothing is rounded except where a clause of this summary says so, and each payment once, at its end: it is ${roundingWords(contract.rounding.unit, contract.rounding.ties, money(contract.currency))}.`,
      [],
      "rounding",
    ),
    clause(
      say`${division(contract)} So the parts always add up to the rounded amount, and the payments of the parties to each other balance.`,
      [],
      "division",
    ),
    ...changes(contract),
    clause(
      text(
        "A value that is not reported is never taken as zero. What happens then is said beside each value and each payment.",
      ),
    ),
  ],
});

const article = (words: string): string => (/^[aeiou]/i.test(words) ? "an" : "a");

function parties(contract: ContractModel): Table {
  const list = contract.parties;
  const share = (party: Party): Phrase => text(contribution(party, contract));
  const some = list.some(({ contributes }) => contributes !== undefined);
  const coded = list.some(({ ods }) => ods !== undefined);
  return {
    kind: "table",
    caption: text("Parties"),
    columns: [
      { heading: text("Party"), align: "left" },
      { heading: text("Role"), align: "left" },
      ...(coded ? [{ heading: text("ODS code"), align: "left" } as const] : []),
      ...(some ? [{ heading: text("Contributes"), align: "right" } as const] : []),
    ],
    rows: list.map((party) => [
      text(titleOf(party)),
      text(party.role.charAt(0).toUpperCase() + party.role.slice(1)),
      ...(coded ? [text(party.ods ?? "–")] : []),
      ...(some ? [share(party)] : []),
    ]),
  };
}

const groups = (contract: ContractModel): Clause[] =>
  contract.groups.map((group) =>
    clause(
      say`${strong(titleOf(group))} ${group.members.length === 1 ? "is" : "are"} the following parties, who share in these parts:`,
      group.members.map(({ party, share }) =>
        item(say`${whoIs(party, contract)}: ${amount(Rational.parse(share), ratio)}`),
      ),
    ),
  );

/** "62%", or "£1,000,000 each year (62.5%)"; a dash where nothing is said. */
function contribution({ contributes, contributesSum: sum }: Party, { currency }: ContractModel): string {
  if (contributes === undefined) return "–";
  const part = amount(Rational.parse(contributes), ratio);
  if (!sum) return part;
  const often = sum.each === "term" ? "over the term" : `each ${sum.each}`;
  return `${amount(Rational.parse(sum.amount), money(currency))} ${often}, a part of ${part}`;
}

function contributions({ parties: list }: ContractModel): Clause[] {
  const bearing = list.filter(({ contributes }) => contributes !== undefined);
  if (bearing.length < 2) return [];
  const shares = bearing.map((party) => text(`${titleOf(party)} ${amount(Rational.parse(party.contributes!), ratio)}`));
  return [
    clause(
      say`Where the commissioners pay or receive and a payment does not say otherwise, they do so in the parts that they contribute: ${joined(shares, ", ")}.`,
    ),
  ];
}

function term(contract: ContractModel): Block[] {
  const { from, to } = contract.term;
  const { month, day } = contract.yearStarts;
  const early =
    contract.plannedTo === undefined ? "" : ` It ends early: its term was to run to ${showDate(contract.plannedTo)}.`;
  const begins = `The contract runs from ${showDate(from)} to ${showDate(to)}, both days included.${early} A year of the contract begins on ${dayAndMonth(month, day)}.`;
  const parts = periodsOf("year", calendarOf(contract.term, contract.yearStarts)).filter(isPart);
  if (parts.length === 0) return [clause(text(begins))];
  const cut = parts.map((part) => `${part.label} (${daysIn(part)} of ${fullDaysIn(part)} days)`).join(" and ");
  return [
    clause(text(begins)),
    clause(
      text(
        `The term cuts ${cut}. Amounts stated for each period are paid for a period that is cut in proportion to its days; thresholds, prices of a unit and limits over the term are not reduced.`,
      ),
    ),
  ];
}

const dayAndMonth = (month: number, day: number): string =>
  showDate(`2000-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`).replace(/ \d{4}$/, "");

/** How a value that changes on a date is taken over a period. */
const changes = ({ nodes }: ContractModel): Clause[] =>
  Object.values(nodes).some((node) => node.kind === "dated" && node.rows.length > 1)
    ? [
        clause(
          text(
            "Where a value changes on a date: an amount that is stated for each period counts, before and after the change, for the days on which it is in force; any other value is taken for a whole period as it is on the first day of it.",
          ),
        ),
      ]
    : [];

function division(contract: ContractModel): Phrase {
  const { division, rounding } = contract;
  const coin = coinOf(rounding.unit, money(contract.currency));
  const down = `Where several parties share an amount, each part is rounded down to a whole ${coin}, and`;
  return division.rule === "largest-remainder"
    ? text(
        `${down} what is left over goes, one ${coin} each, to the parties whose parts lost most by that, ties in the order in which they are listed.`,
      )
    : say`${down} what is left over goes to ${whoIs(division.to, contract)}.`;
}

/** When those of a set take part that may join and leave. */
function joining({ joining: joined, leaving: left, file, name }: ContractModel["participants"][number]): string {
  if (joined === undefined && left === undefined) return "";
  const from = joined === undefined ? "the start" : `the day in ${joined}, or the start where that is empty`;
  const to = left === undefined ? "the end" : `the day in ${left}, or the end where that is empty`;
  return ` Each takes part from ${from}, to ${to}, as ${file ?? name} has them. In a period of which it takes part only in part, what is for the whole period is shared out by days; in other periods it takes no part.`;
}
