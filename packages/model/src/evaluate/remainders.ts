import type { Branch, PartyLimit } from "../contract/payments.js";
import { byRunningRemainder } from "../numbers/divide.js";
import { Rational } from "../numbers/rational.js";

/** What each party has still to come of its exact shares so far; below nothing where it has had more. */
type Remainders = ReadonlyMap<string, Rational>;

/** The remainders that a payment carries to its next period: one for each way that it divides. */
export type Carried = ReadonlyMap<string, Remainders>;

/**
 * The running remainders of one payment, for one of its rows, in one period (rule 8). Each branch has its own for those who
 * receive and for those who pay, and so has what flows back. They begin anew where others share than before.
 */
export class RunningRemainders {
  private readonly now: Map<string, Remainders>;

  constructor(
    before: Carried | undefined,
    private readonly back: boolean,
  ) {
    this.now = new Map(before);
  }

  divide(
    amount: Rational,
    { when, on }: { when: Branch["when"]; on: PartyLimit["on"] },
    parties: readonly string[],
    weights: readonly Rational[],
    unit: Rational,
  ): Rational[] {
    if (amount.isZero) return parties.map(() => amount);
    const key = `${when} ${on}${this.back ? " back" : ""}`;
    const before = this.now.get(key);
    const same = before?.size === parties.length && parties.every((party) => before.has(party));
    const made = byRunningRemainder(
      amount,
      weights,
      unit,
      parties.map((party) => (same ? before.get(party)! : Rational.zero)),
    );
    this.now.set(key, new Map(parties.map((party, index) => [party, made.carried[index]!])));
    return made.parts;
  }

  /** What the next period begins with. */
  get carried(): Carried {
    return this.now;
  }
}
