import type { Branch, PartyLimit, Sharing } from "../contract/payments.js";
import type { Place } from "../evaluate/evaluation.js";
import { partOf, takesPart } from "../evaluate/taking-part.js";
import { wholePence } from "../nodes/limited.js";
import { Rational } from "../numbers/rational.js";
import { roundTo } from "../numbers/rounding.js";
import type { Bounding } from "./bounding.js";
import {
  between,
  exactly,
  floored,
  hull,
  type Interval,
  less,
  lower,
  nothing,
  plus,
  rising,
  single,
  sumOf,
  times,
} from "./interval.js";

/** The least and the most that each party can receive and pay, by name. */
export interface Sides {
  readonly receives: ReadonlyMap<string, Interval>;
  readonly pays: ReadonlyMap<string, Interval>;
  /** All that is paid, once limits have left some of it unpaid. */
  readonly amount: Interval;
}

type Parts = Map<string, Interval>;

/** An amount divided as rule 8 says, each part within a penny of its share, and held to the limits of its side. */
export function sidesOf(
  amount: Interval,
  branch: Branch,
  limits: readonly PartyLimit[],
  place: Place,
  bounding: Bounding,
): Sides {
  const named = branch.direction === "to" ? "receives" : "pays";
  const other = named === "receives" ? "pays" : "receives";
  const [first, second] = named === "receives" ? [branch.receivers, branch.payers] : [branch.payers, branch.receivers];
  const firstly = bounded(split(amount, first, place, bounding), limits, named, place, bounding);
  const cells = [...firstly.values()].map((part) => split(part, second, place, bounding));
  const secondly = new Map<string, Interval>();
  for (const parts of cells)
    for (const [party, part] of parts) secondly.set(party, plus(secondly.get(party) ?? nothing, part));
  const lastly = bounded(secondly, limits, other, place, bounding);
  const unpaid = limits.some(({ excess }) => excess === null);
  const moved = unpaid ? hull(amount, nothing) : amount;
  // Where the side divided last leaves some unpaid, whoever would have had it has less.
  const leaves = limits.some(({ excess, on }) => excess === null && on === other);
  const kept: Parts = new Map([...firstly].map(([party, part]) => [party, leaves ? hull(part, nothing) : part]));
  return {
    amount: moved,
    receives: named === "receives" ? kept : lastly,
    pays: named === "pays" ? kept : lastly,
  };
}

function split(amount: Interval, sharing: Sharing, place: Place, bounding: Bounding): Parts {
  const { contract } = bounding;
  switch (sharing.kind) {
    case "row":
      return new Map([[place.of[sharing.of] ?? anyOf(sharing.of), amount]]);
    case "parties": {
      const parts = sharing.parts.filter(({ party }) => takesPart(contract, party, place.period));
      return byWeight(
        amount,
        parts.map(({ party }) => party),
        parts.map(({ share }) => Rational.parse(share)),
        bounding,
      );
    }
    case "by": {
      const { axis, weight } = sharing;
      const members = sharing.members.filter((key) => takesPart(contract, key, place.period));
      const weights = members.map((key) => {
        const at = { ...place, of: { ...place.of, [axis]: key } };
        const found = bounding.of(weight, { ...at, period: partOf(contract, at) ?? place.period }).numbers;
        return found && single(found);
      });
      if (members.length === 1) return new Map([[members[0]!, amount]]);
      const known = weights.filter((value) => value !== undefined);
      if (known.length === members.length && Rational.sum(known).above(Rational.zero))
        return byWeight(amount, members, known, bounding);
      return new Map(members.map((party) => [party, hull(amount, nothing)]));
    }
  }
}

/** A row that is not in hand, as a name that no party has. */
export const anyOf = (axis: string): string => `each ${axis}`;

function byWeight(
  amount: Interval,
  parties: readonly string[],
  weights: readonly Rational[],
  { contract }: Bounding,
): Parts {
  const unit = Rational.parse(contract.rounding.unit);
  const { division } = contract;
  const residual = division.rule === "residual" ? parties.indexOf(division.to) : -1;
  const whole = Rational.sum(weights);
  const down = (value: Rational): Rational => roundTo(value, unit, "towards-zero");
  const up = (value: Rational): Rational => (down(value).equals(value) ? value : down(value).plus(unit));
  return new Map(
    parties.map((party, index) => {
      if (parties.length === 1) return [party, amount];
      const exact = times(amount, exactly(weights[index]!.over(whole)));
      const low = exact.low && down(exact.low);
      if (division.rule === "running-remainder") {
        // Nobody is a unit above its share to date, so together the others are less than a unit each; so a part is less
        // than one unit for each party away from its share of the period.
        const most = unit.times(Rational.of(parties.length - 1));
        const about = {
          low: low && Rational.higher(Rational.zero, low.less(most)),
          high: exact.high && up(exact.high).plus(most),
        };
        return [party, lower(about, amount)];
      }
      if (residual < 0) return [party, { low, high: exact.high && up(exact.high) }];
      const more = index === residual ? between(Rational.zero, unit.times(Rational.of(parties.length))) : nothing;
      return [party, plus(rising(exact, down), more)];
    }),
  );
}

function bounded(
  parts: Parts,
  limits: readonly PartyLimit[],
  on: PartyLimit["on"],
  place: Place,
  bounding: Bounding,
): Parts {
  const held: Parts = new Map(parts);
  for (const limit of limits.filter((each) => each.on === on)) {
    const excesses: Interval[] = [];
    for (const [party, amount] of held) {
      if (party === limit.excess) continue;
      const most = bounding.of(limit.limit, { ...place, of: { ...place.of, party } });
      const cap = most.numbers && floored(rising(most.numbers, (value) => wholePence(value, bounding)));
      const within = cap && lower(amount, cap);
      const kept = within ? (most.none ? hull(amount, within) : within) : amount;
      const over = cap ? floored(less(amount, cap)) : nothing;
      excesses.push(most.none ? hull(over, nothing) : over);
      held.set(party, kept);
    }
    if (limit.excess !== null) held.set(limit.excess, plus(held.get(limit.excess) ?? nothing, sumOf(excesses)));
  }
  return held;
}
