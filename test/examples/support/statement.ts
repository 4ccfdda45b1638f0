import { Rational, type Statement } from "@concordat/model";

type Entry = Statement["periods"][number]["payments"][number];

export const entries = ({ periods }: Statement): Entry[] => periods.flatMap(({ payments }) => payments);

/** What a party receives, and what it pays, of these entries: exact text, "25000" or "25000.25". */
export function movedBy(party: string, listed: readonly Entry[]): { receives: string; pays: string; net: string } {
  const total = (side: "receives" | "pays"): Rational =>
    Rational.sum(listed.flatMap((entry) => entry[side].filter((part) => part.party === party).map(amountOf)));
  const [receives, pays] = [total("receives"), total("pays")];
  return { receives: text(receives), pays: text(pays), net: text(receives.less(pays)) };
}

export const amountOf = ({ amount }: { amount: string }): Rational => Rational.parse(amount);
const text = (value: Rational): string => value.toFixed(2);
export const money = (published: string | number): string => Rational.parse(String(published)).toFixed(2);
