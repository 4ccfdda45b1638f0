import type { ContractModel } from "../contract/contract.js";
import type { OutcomeData } from "../contract/data.js";
import { Rational } from "../numbers/rational.js";
import { amountText } from "../statement/entry.js";
import { settledAgain } from "../statement/on-account.js";
import type { Statement, StatementPeriod } from "../statement/statement.js";
import { daysBetween, type IsoDate, showDate } from "../time/date.js";
import { type SettleOptions, settle } from "./settle.js";

/** A contract as it stands from a day on, until the next of the list, and what is known of its outcomes. */
export interface InForce {
  readonly from: IsoDate;
  readonly contract: ContractModel;
  /** For a period that the day lies inside: the same terms with changed amounts split by days. */
  readonly across?: ContractModel;
  /** Every deed that has taken effect by then. */
  readonly deeds: readonly { readonly name: string; readonly title?: string; readonly effective: IsoDate }[];
  readonly data: OutcomeData;
}

/**
 * Settles each period of each payment by the contract as it stood (rule 15): by the terms in force on its first day, or,
 * where a deed takes effect inside it, by that deed's terms with changed amounts split by days. One statement, with a note
 * for each deed that applied. `terms` are in the order of their days, at least one.
 */
export function settleInForce(
  terms: readonly InForce[],
  options: SettleOptions & { dataDigest?: string } = {},
): Statement {
  const last = terms.at(-1)!;
  const statements = terms.map(({ contract, across, data }) => ({
    plain: settle(contract, data, options),
    across: across && settle(across, data, options),
  }));
  const kept = terms.flatMap(({ from }, index) => {
    const until = terms[index + 1]?.from;
    const { plain, across } = statements[index]!;
    const ends = ({ to }: StatementPeriod): boolean => until === undefined || to < until;
    const first = index === 0;
    return [
      ...(across?.periods ?? []).filter((period) => !first && period.from < from && period.to >= from && ends(period)),
      ...plain.periods.filter((period) => (first || period.from >= from) && ends(period)),
    ];
  });
  const periods = settledAgain(inOrder(kept), last.contract);
  const closing = statements.at(-1)!.plain;
  const digests = [...new Set(terms.map(({ data }) => data.digest))];
  return {
    ...closing,
    periods,
    totals: totals(periods, terms),
    quality: [...new Map(terms.flatMap(({ data }) => data.quality.map((file) => [file.file, file] as const))).values()],
    notes: [...deedNotes(periods, last), ...closing.notes],
    receipt: { ...closing.receipt, data: options.dataDigest ?? digests.join(" ") },
  };
}

const lengthOf = ({ from, to }: StatementPeriod): number => daysBetween(from, to);

/** By period: the one that ends first, then the shorter, as in any statement. */
const inOrder = (periods: readonly StatementPeriod[]): StatementPeriod[] =>
  [...periods].sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : lengthOf(a) - lengthOf(b)));

function totals(periods: readonly StatementPeriod[], terms: readonly InForce[]): Statement["totals"] {
  const sum = (side: "receives" | "pays", party: string): Rational =>
    Rational.sum(
      periods
        .flatMap(({ payments }) => payments.flatMap((payment) => payment[side]))
        .filter((part) => part.party === party)
        .map(({ amount }) => Rational.parse(amount)),
    );
  const moved = new Set(
    periods
      .flatMap(({ payments }) => payments.flatMap(({ receives, pays }) => [...receives, ...pays]))
      .map(({ party }) => party),
  );
  const { contract: latest } = terms.at(-1)!;
  const listed = new Map<string, string | undefined>();
  for (const { contract } of [...terms].reverse()) {
    const rows = contract.participants.flatMap((set) => set.rows.map(({ key, title }) => ({ name: key, title })));
    for (const { name, title } of [...contract.parties, ...rows]) if (!listed.has(name)) listed.set(name, title);
  }
  return [...listed]
    .filter(([party]) => moved.has(party))
    .map(([party, title]) => ({
      party,
      ...(title === undefined ? {} : { title }),
      receives: amountText(sum("receives", party), latest),
      pays: amountText(sum("pays", party), latest),
    }));
}

/** What applied from when, and which periods it cut. */
function deedNotes(periods: readonly StatementPeriod[], { deeds }: InForce): string[] {
  const end = periods.at(-1)?.to ?? "";
  return deeds
    .filter(({ effective }) => effective <= end)
    .map(({ name, title, effective }) => {
      const cut = [
        ...new Set(periods.filter(({ from, to }) => from < effective && to >= effective).map(({ period }) => period)),
      ];
      const inside =
        cut.length === 0
          ? ""
          : ` In ${cut.join(" and ")} changed amounts are split by days, and outcomes are measured over the whole period.`;
      return `${title === undefined ? name : `${title} (${name})`} applies from ${showDate(effective)}.${inside}`;
    });
}
