import fc from "fast-check";

/** A payment in the words of a contract, and what must hold of it whatever is reported. */
export interface MadePayment {
  readonly text: string;
  /** No amount of it is above this, in pounds. */
  readonly most?: number;
  /** No party but the one that takes the excess receives more than this, in pounds. */
  readonly eachMost?: { readonly limit: number; readonly excessTo: string };
}

const whole = (min: number, max: number) => fc.integer({ min, max });
const percent = whole(0, 100);
const rising = (count: number, min: number, max: number) =>
  fc.uniqueArray(whole(min, max), { minLength: count, maxLength: count }).map((all) => all.sort((a, b) => a - b));

/** How much of a percentage that is reported counts: a scale, tiers, or as it is. */
const shape = fc.oneof(
  fc
    .tuple(rising(2, 0, 100), percent, percent)
    .map(([[low, high], a, b]) => `, scaled ${a}% at ${low}%, ${b}% at ${high}%`),
  fc
    .tuple(rising(2, 1, 99), percent, percent, percent)
    .map(
      ([[low, high], a, b, c]) =>
        `, tiered ${a}% when below ${low}%, ${b}% when from ${low}% to below ${high}%, ${c}% when at least ${high}%`,
    ),
  fc.constant(""),
);

const PERCENTAGES = ["quality", "safety", "score"] as const;
const weights = fc
  .tuple(whole(1, 98), fc.shuffledSubarray([...PERCENTAGES], { minLength: 2, maxLength: 2 }), shape, shape)
  .map(([first, [a, b], one, other]) => [`weight ${first}% on ${a}${one}`, `weight ${100 - first}% on ${b}${other}`]);

const bands = rising(2, 1, 400_000).chain(([first, last]) =>
  fc
    .tuple(percent, percent, percent)
    .map(([a, b, c]) => `banded ${a}% of the first £${first}, ${b}% of the next £${last! - first!}, ${c}% of the rest`),
);

const condition = fc.oneof(
  percent.map((at) => `score is at least ${at}%`),
  fc.tuple(percent, percent).map(([a, b]) => `score above ${a}% and (score below ${b}% or not agreed)`),
  fc.constant("agreed"),
);

/** The lines that make the amount of a payment without a comparison. */
const amountLines = fc.oneof(
  whole(0, 2_000_000).map((pounds) => [`pays £${pounds}.05, uplifted by 3.1% on 1 April each year from 2027`]),
  fc.tuple(whole(0, 500), whole(0, 500)).map(([a, b]) => [`pays £${a} for each visit of visits`, `pays £${b}.37`]),
  rising(2, 1, 900).map(([a, b]) => [
    `pays banded on visits £11 of the part below ${a}, £10 of the part from ${a} to ${b}, £13.50 of the part above ${b}`,
  ]),
  fc.tuple(whole(0, 1_000_000), weights).map(([pounds, lines]) => [`pool £${pounds}`, ...lines]),
  fc
    .tuple(whole(0, 1_000_000), whole(0, 20), weights, condition)
    .map(([pounds, part, lines, when]) => [
      `pays £${pounds}`,
      `withholds ${part}% of it`,
      ...lines,
      `credit £${part * 100} when ${when}`,
    ]),
  fc
    .tuple(whole(1, 90), shape, whole(1, 300))
    .map(([points, on, price]) => [`points ${points} on score${on}`, `priced at £${price}.33 a point`]),
  fc.constant(["pays £1,000,000 times composite"]),
);

const step = fc.oneof(
  percent.map((by) => `then times ${by}%`),
  whole(0, 50_000).map((pounds) => `then less £${pounds}`),
  whole(0, 50_000).map((pounds) => `then plus £${pounds}`),
  condition.map((when) => `only when ${when}`),
  fc.tuple(condition, whole(0, 9_999)).map(([when, pounds]) => `only when ${when}, otherwise £${pounds}`),
  bands.map((shapes) => `then ${shapes}`),
  fc.constant("then rounded to the nearest pound, halves to even"),
);

const PARTIES = ["hospital", "practices", "charity"] as const;
const sharing = fc.oneof(
  fc.constant("providers"),
  fc.constantFrom(...PARTIES),
  fc.tuple(whole(1, 49), whole(1, 49)).map(([a, b]) => `hospital ${a}%, practices ${b}%, charity ${100 - a - b}%`),
);
const cap = fc.option(whole(0, 300_000), { nil: undefined });

/** A payment that adds up amount lines, takes steps, and may be capped for all and for each party. */
export const plainPayment = (name: string): fc.Arbitrary<MadePayment> =>
  fc
    .record({ lines: amountLines, steps: fc.array(step, { maxLength: 3 }), cap, each: cap, to: sharing })
    .map((made) => ({
      text: `payment ${name} each year {
  ${made.lines.join("\n  ")}
  ${made.steps.join("\n  ")}
  ${made.cap === undefined ? "" : `then at most £${made.cap}`}
  paid to ${made.to}
  ${made.each === undefined ? "" : `each receives at most £${made.each}, the excess to charity`}
}`,
      ...most(made.cap, made.steps, made.cap),
      ...(made.each === undefined ? {} : { eachMost: { limit: made.each, excessTo: "charity" } }),
    }));

/** A gate above the cap may pay its `otherwise` instead: that is the more of the two. */
function most(limit: number | undefined, steps: readonly string[], cap: number | undefined): { most?: number } {
  if (limit === undefined || cap === undefined) return {};
  const instead = steps.map((each) => Number(/otherwise £(\d+)/.exec(each)?.[1] ?? 0));
  return { most: Math.max(cap, ...instead) };
}

/** A share of a difference, with another rate each way. */
export const comparedPayment = (name: string): fc.Arbitrary<MadePayment> =>
  fc
    .record({
      below: bands,
      above: bands,
      cap: whole(0, 300_000),
      gate: condition,
      to: sharing,
      each: whole(0, 90_000),
    })
    .map((made) => ({
      text: `payment ${name} each year {
  compares actual with target-cost
  if below {
    only when ${made.gate}
    then ${made.below}
    then at most £${made.cap}
    paid to ${made.to}
  }
  if above {
    then ${made.above}
    then at most £${made.cap}
    paid by ${made.to}
    each pays at most £${made.each}, the excess from board
  }
}`,
      most: made.cap,
    }));

/** Amounts that are nothing but flows: of a year they are what its quarters come to. */
export const additivePayment = (name: string): fc.Arbitrary<(each: string) => string> =>
  fc.tuple(percent, whole(0, 300), whole(0, 100)).map(
    ([part, price, other]) =>
      (each) =>
        `payment ${name} ${each} {
  pays ${part}% of actual
  pays £${price}.25 for each visit of visits
  pays ${other}% of (actual plus visits times £3 a visit)
  then times 37.5%
  paid to providers
}`,
  );
