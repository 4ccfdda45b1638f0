import { type Payment, periodsOf, Rational, showMoney } from "@concordat/model";
import type { Field } from "./field.js";

/** One part in a hundred: national schemes have put 1.25% to 2.5% of a contract at stake. */
const LEAST = Rational.of(1, 100);

/** What providers can earn by results is not lost beside what they are paid whatever happens. Told once of all of them. */
export function incentivesMatter(field: Field): void {
  const { contract, report, at } = field;
  const providers = contract.parties.filter(({ role }) => role === "provider");
  const small = providers.flatMap(({ name }) => smallFor(name, field) ?? []);
  const [first] = small;
  if (!first) return;
  const sum = (part: "most" | "fixed"): string =>
    showMoney(Rational.sum(small.map((each) => each[part])), contract.currency);
  const parties = small.map(({ party }) => party);
  const party = parties.length < 2 ? parties.join() : `${parties.slice(0, -1).join(", ")} and ${parties.at(-1)}`;
  report("incentive-too-small", { party, most: sum("most"), core: sum("fixed") }, at(first.payment.source), {
    property: "name",
  });
}

interface Small {
  readonly party: string;
  readonly most: Rational;
  readonly fixed: Rational;
  /** The largest of its payments by results. */
  readonly payment: Payment;
}

function smallFor(party: string, { contract, bounding, once }: Field): Small | undefined {
  const sums = contract.payments.map((payment) => ({
    payment,
    ...once(`receipts of ${party}`, payment, () => receipts(payment, party, bounding)),
  }));
  const fixed = Rational.sum(sums.flatMap(({ low, high }) => (low && high?.equals(low) ? [low] : [])));
  const byResult = sums.filter(({ low, high }) => !(low && high?.equals(low)));
  if (byResult.length === 0 || byResult.some(({ high }) => high === null)) return undefined;
  const most = Rational.sum(byResult.map(({ high }) => high!));
  if (most.isZero || !most.below(fixed.times(LEAST))) return undefined;
  return { party, most, fixed, payment: byResult.reduce((a, b) => (b.high!.above(a.high!) ? b : a)).payment };
}

/** What a party receives of a payment over the term; a payment that it has no part in gives nothing at all. */
function receipts(payment: Payment, party: string, bounding: Field["bounding"]) {
  const all = periodsOf(payment.each, bounding.calendar).map((period) =>
    bounding.payment(payment, { period, of: {} }).receives(party),
  );
  const sum = (side: "low" | "high"): Rational | null => {
    const ends = all.map((each) => each[side]);
    return ends.includes(null) ? null : Rational.sum(ends.map((end) => end!));
  };
  return { low: sum("low"), high: sum("high") };
}
